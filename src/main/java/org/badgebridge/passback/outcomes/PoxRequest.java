package org.badgebridge.passback.outcomes;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A message of LTI 1.1 Basic Outcomes (LTI 1.1.1 §6).
 *
 * @param messageId its {@code imsx_messageIdentifier}; empty if there is none
 * @param operation the name of the first element of its body without {@code Request}
 * @param sourcedId empty if there is none
 * @param language of the score; null if it is not said
 * @param score {@code textString}; null if there is none
 */
record PoxRequest(
    String messageId,
    String operation,
    String sourcedId,
    @Nullable String language,
    @Nullable String score) {

  /** What can be asked for. */
  enum Operation {
    REPLACE("replaceResult"),
    READ("readResult"),
    DELETE("deleteResult");

    private final String wire;

    Operation(String wire) {
      this.wire = wire;
    }

    String wire() {
      return wire;
    }
  }

  /** What is asked for; null if it is something else. */
  @Nullable Operation known() {
    for (Operation each : Operation.values()) {
      if (each.wire().equals(operation)) {
        return each;
      }
    }
    return null;
  }

  /**
   * The score: "a decimal value (0.0 to 1.0) … en" (LTI 1.1.1 §6.1.1).
   *
   * @throws OutcomeRefused for anything else
   */
  double value() {
    String text = score == null ? "" : score.strip();
    boolean english = language == null || language.toLowerCase(Locale.ROOT).startsWith("en");
    if (!english || !text.matches("\\d{1,3}(\\.\\d{0,30})?|\\.\\d{1,30}")) {
      throw new OutcomeRefused("score", text.isEmpty() ? "-" : text);
    }
    double value = Double.parseDouble(text);
    if (value > 1) {
      throw new OutcomeRefused("score", text);
    }
    return value;
  }
}
