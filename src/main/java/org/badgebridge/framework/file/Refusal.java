package org.badgebridge.framework.file;

import java.util.List;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;

/** Says why a file as a whole cannot be taken. */
final class Refusal {

  private Refusal() {}

  /** The fault of the field {@code file} that the key {@code framework.file.<reason>} words. */
  static InvalidFields because(String reason, Object... arguments) {
    return new InvalidFields(List.of(FieldFault.of("file", "framework.file." + reason, arguments)));
  }
}
