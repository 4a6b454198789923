package org.badgebridge.platform;

/** Fired in the transaction that changed a platform or deployment; this node reads again after. */
record PlatformsChanged() {}
