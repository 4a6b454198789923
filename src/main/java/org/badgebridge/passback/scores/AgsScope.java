package org.badgebridge.passback.scores;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a token allows (LTI Assignment and Grade Services 2.0 §3). */
enum AgsScope {
  LINEITEM("lineitem", 1),
  LINEITEM_READONLY("lineitem.readonly", 2),
  RESULT_READONLY("result.readonly", 4),
  SCORE("score", 8);

  private final String uri;
  private final int bit;

  AgsScope(String name, int bit) {
    uri = "https://purl.imsglobal.org/spec/lti-ags/scope/" + name;
    this.bit = bit;
  }

  String uri() {
    return uri;
  }

  /** Its place in a token; never to be changed. */
  int bit() {
    return bit;
  }

  /** Those that are known among some, separated by spaces. */
  static Set<AgsScope> among(String asked) {
    Set<AgsScope> found = EnumSet.noneOf(AgsScope.class);
    for (String each : List.of(asked.split(" +", -1))) {
      for (AgsScope scope : values()) {
        if (scope.uri.equals(each)) {
          found.add(scope);
        }
      }
    }
    return found;
  }

  static String text(Set<AgsScope> scopes) {
    return scopes.stream().map(AgsScope::uri).collect(Collectors.joining(" "));
  }
}
