package org.badgebridge.platform;

/** Whether a platform or a deployment may launch. */
public enum RegistrationState {
  /** Known, but an administrator has not approved it yet. */
  PENDING,
  /** May launch. */
  ACTIVE,
  /** Switched off by an administrator. */
  DISABLED
}
