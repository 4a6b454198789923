package org.badgebridge.operator;

import java.util.Map;

/**
 * How an attempt to become an administrator ended.
 *
 * @param token the session's, empty if refused
 * @param faults message keys by field, empty if joined
 */
record Joined(String token, Map<String, String> faults) {

  static Joined in(String token) {
    return new Joined(token, Map.of());
  }

  static Joined refused(String field, String key) {
    return new Joined("", Map.of(field, key));
  }
}
