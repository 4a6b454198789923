package org.badgebridge.platform;

import java.util.List;

/** A dynamic registration that did not work, with words for the administrator of the platform. */
final class RegistrationFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient List<Object> arguments;

  /**
   * A failure.
   *
   * @param key message key of what happened, e.g. {@code platform.register.no-answer}
   */
  RegistrationFailed(String key, Object... arguments) {
    super(key + " " + List.of(arguments));
    this.key = key;
    this.arguments = List.of(arguments);
  }

  String key() {
    return key;
  }

  Object[] arguments() {
    return arguments.toArray();
  }
}
