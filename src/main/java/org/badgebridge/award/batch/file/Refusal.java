package org.badgebridge.award.batch.file;

import java.util.List;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;

/** Says why a table as a whole cannot be taken. */
final class Refusal {

  private Refusal() {}

  /** The fault of the field {@code file} that the key {@code award.file.<reason>} words. */
  static InvalidFields because(String reason, Object... arguments) {
    return new InvalidFields(List.of(FieldFault.of("file", "award.file." + reason, arguments)));
  }
}
