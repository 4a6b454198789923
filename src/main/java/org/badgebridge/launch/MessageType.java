package org.badgebridge.launch;

import org.jspecify.annotations.Nullable;

/** The LTI messages we answer. */
public enum MessageType {
  /** A link in a course was opened (LTI Core 1.3). */
  RESOURCE_LINK("LtiResourceLinkRequest"),
  /** A lecturer picks what to add to the course (Deep Linking 2.0). */
  DEEP_LINKING("LtiDeepLinkingRequest");

  private final String wire;

  MessageType(String wire) {
    this.wire = wire;
  }

  /** The value of the {@code message_type} claim. */
  public String wire() {
    return wire;
  }

  static @Nullable MessageType of(@Nullable String wire) {
    for (MessageType type : values()) {
      if (type.wire.equals(wire)) {
        return type;
      }
    }
    return null;
  }
}
