package org.badgebridge.passback.builtin;

import java.util.List;
import org.badgebridge.external.ExternalNonsense;
import org.badgebridge.external.ExternalRefusal;
import org.badgebridge.external.ExternalTooSlow;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.passback.builtin.Sight.Tone;
import org.badgebridge.platform.TokenRefused;

/** Why an LMS could not be asked, in plain words, with what to do about it. */
final class WhyNot {

  private static final String KEY = "passback.builtin.why.";

  private WhyNot() {}

  static Sight of(ExternalRefusal refusal) {
    if (refusal instanceof TokenRefused) {
      return told("token", refusal, refusal.status());
    }
    String reason =
        switch (refusal.status()) {
          case 0 -> "address";
          case 401 -> "unauthorised";
          case 403 -> "forbidden";
          case 404, 410 -> "not-found";
          default -> "refused";
        };
    return told(reason, refusal, refusal.status());
  }

  static Sight of(ExternalUnavailable failure) {
    if (failure instanceof ExternalTooSlow) {
      return told("slow", failure, 0);
    }
    return told(failure instanceof ExternalNonsense ? "nonsense" : "unavailable", failure, 0);
  }

  private static Sight told(String reason, RuntimeException failure, int status) {
    return new Sight(Tone.BAD, KEY + reason, List.of(status), String.valueOf(failure.getMessage()));
  }
}
