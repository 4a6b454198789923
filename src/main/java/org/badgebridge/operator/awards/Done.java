package org.badgebridge.operator.awards;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.badgebridge.award.Outcome;

/** What the page of an award may say was done: deeds of its own, and outcomes of an offer. */
final class Done {

  private static final Set<String> KNOWN =
      Stream.concat(
              Stream.of(
                  "withdrawn",
                  "restored",
                  "rejected",
                  "revoked",
                  "approved",
                  "rescheduled",
                  "reissued"),
              Arrays.stream(Outcome.Result.values()).map(Enum::name))
          .collect(Collectors.toUnmodifiableSet());

  private Done() {}

  /** The same, or empty if an address says what nobody does. */
  static String known(String sent) {
    return KNOWN.contains(sent) ? sent : "";
  }
}
