package org.badgebridge.drawing.artwork;

import java.util.List;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;

/** Why an uploaded picture is not taken, in words that say what to do about it. */
final class Refusal {

  /** The form's field. */
  static final String FIELD = "picture";

  private Refusal() {}

  /** The refusal for the key {@code drawing.artwork.<reason>}. */
  static InvalidFields because(String reason, Object... arguments) {
    return new InvalidFields(List.of(FieldFault.of(FIELD, "drawing.artwork." + reason, arguments)));
  }

  static void unless(boolean fine, String reason, Object... arguments) {
    if (!fine) {
      throw because(reason, arguments);
    }
  }
}
