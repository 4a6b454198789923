package org.badgebridge.insight.note;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.web.Link;
import org.jspecify.annotations.Nullable;

/**
 * A note as it was typed.
 *
 * @param day null if it cannot be read
 */
public record NoteForm(
    String words, @Nullable LocalDate day, @Nullable UUID badgeClass, @Nullable UUID course) {

  static final int LONGEST = 4000;

  /** From what a form sends. */
  public static NoteForm of(
      @Nullable String words,
      @Nullable String day,
      @Nullable String badgeClass,
      @Nullable String course) {
    return new NoteForm(
        words == null ? "" : words.strip(), day(day), Link.id(badgeClass), Link.id(course));
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    try {
      LocalDate day = LocalDate.parse(Objects.requireNonNullElse(text, ""));
      return day.getYear() < 2000 || day.getYear() > 2999 ? null : day;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /**
   * Refuses what cannot be kept.
   *
   * @throws InvalidFields naming {@code words} or {@code day}
   */
  void check() {
    List<FieldFault> faults = new ArrayList<>();
    if (words.isEmpty() || words.length() > LONGEST) {
      faults.add(FieldFault.of("words", "insight.note.fault.words", LONGEST));
    }
    if (day == null) {
      faults.add(FieldFault.of("day", "insight.note.fault.day"));
    }
    if (!faults.isEmpty()) {
      throw new InvalidFields(faults);
    }
  }

  LocalDate checkedDay() {
    return Objects.requireNonNull(day);
  }
}
