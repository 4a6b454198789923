package org.badgebridge.backpack.elsewhere;

import org.badgebridge.verification.verdict.Check;
import org.badgebridge.verification.verdict.Probe;
import org.badgebridge.verification.verdict.ShownBadge;
import org.badgebridge.verification.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** A verdict as its owner reads it: whose the badge is is said to the one whose it should be. */
final class OwnersWords {

  private static final String WORDS = "backpack.elsewhere.recipient.";

  private OwnersWords() {}

  /**
   * The same verdict.
   *
   * @param badge what is said of the badge, if the verdict itself cannot tell any more
   */
  static Verdict of(Verdict verdict, @Nullable ShownBadge badge) {
    return new Verdict(
        verdict.state(),
        verdict.checkedAt(),
        verdict.checks().stream().map(OwnersWords::told).toList(),
        verdict.badge() == null ? badge : verdict.badge(),
        verdict.endorsements(),
        verdict.document());
  }

  private static Check told(Check check) {
    return check.probe() == Probe.RECIPIENT
        ? new Check(check.probe(), check.outcome(), key(check), check.arguments())
        : check;
  }

  private static String key(Check check) {
    boolean key = check.key().endsWith("key");
    return switch (check.outcome()) {
      case PASSED, WARNING -> WORDS + (key ? "your-key" : "yours");
      case UNKNOWN -> WORDS + "nobody";
      case FAILED -> WORDS + (key ? "other-key" : "other");
    };
  }
}
