package org.badgebridge.problem;

import java.util.List;

/**
 * What is wrong with one field of a form, to be shown beside it.
 *
 * @param field the field's name in the form
 * @param key message key of the sentence that says what to do, e.g. {@code badgeclass.fault.name}
 * @param arguments values for the placeholders of that message
 */
public record FieldFault(String field, String key, List<Object> arguments) {

  /** As the canonical constructor, for few arguments. */
  public static FieldFault of(String field, String key, Object... arguments) {
    return new FieldFault(field, key, List.of(arguments));
  }
}
