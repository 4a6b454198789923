package org.badgebridge.deeplinking;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.rule.AwardRule;
import org.jspecify.annotations.Nullable;

/**
 * What a lecturer wants: which badges, on which evidence, given how.
 *
 * @param percent of the maximum, 1 to 100; meaningless for {@link Evidence#RESTRICTION}
 * @param column whether the activity shall have a grade column that the badge can be shown in;
 *     meaningless for {@link Evidence#OWN_GRADE}, whose column is read
 */
public record Wish(
    List<UUID> badgeClasses,
    Evidence evidence,
    double percent,
    AwardRule.Mode mode,
    boolean column) {

  /** What counts; the three ways that need nothing but LTI. */
  public enum Evidence {
    /** The LMS lets the learner open the activity. */
    RESTRICTION,
    /** A grade in the column of the activity itself. */
    OWN_GRADE,
    /** A grade in a column that Badge Bridge makes and the lecturer fills by a formula. */
    COLUMN_GRADE
  }

  private static final double USUAL_PERCENT = 60;

  /** The form before anything was chosen in it. */
  public static Wish usual(List<UUID> badgeClasses) {
    return new Wish(
        badgeClasses, Evidence.RESTRICTION, USUAL_PERCENT, AwardRule.Mode.AUTOMATIC, false);
  }

  /** A form that could not be read, as far as it can be shown again. */
  public static Wish typed(MultivaluedMap<String, String> form) {
    Wish usual = usual(badges(form));
    double percent = percent(form.getFirst("percent"));
    return new Wish(
        usual.badgeClasses(),
        named(Evidence.values(), form.getFirst("evidence")).orElse(usual.evidence()),
        Double.isFinite(percent) ? percent : usual.percent(),
        named(AwardRule.Mode.values(), form.getFirst("mode")).orElse(usual.mode()),
        column(form));
  }

  /**
   * Reads the form.
   *
   * @throws InvalidFields with every fault
   */
  public static Wish from(MultivaluedMap<String, String> form) {
    List<FieldFault> faults = new ArrayList<>();
    List<UUID> badges = badges(form);
    if (badges.isEmpty()) {
      faults.add(FieldFault.of("badgeClass", "deeplinking.fault.none"));
    }
    Optional<Evidence> evidence = named(Evidence.values(), form.getFirst("evidence"));
    if (evidence.isEmpty()) {
      faults.add(FieldFault.of("evidence", "deeplinking.fault.choice"));
    }
    Optional<AwardRule.Mode> mode =
        named(AwardRule.Mode.values(), form.getFirst("mode"))
            .filter(found -> found != AwardRule.Mode.REQUEST);
    if (mode.isEmpty()) {
      faults.add(FieldFault.of("mode", "deeplinking.fault.choice"));
    }
    double percent = percent(form.getFirst("percent"));
    boolean counts = evidence.isPresent() && evidence.get() != Evidence.RESTRICTION;
    if (counts && !(percent >= 1 && percent <= 100)) {
      faults.add(FieldFault.of("percent", "deeplinking.fault.percent"));
    }
    if (!faults.isEmpty()) {
      throw new InvalidFields(faults);
    }
    return new Wish(badges, evidence.orElseThrow(), percent, mode.orElseThrow(), column(form));
  }

  /** The chosen badge classes; what is no id is left out. */
  public static List<UUID> badges(MultivaluedMap<String, String> form) {
    return form.getOrDefault("badgeClass", List.of()).stream()
        .flatMap(value -> uuid(value).stream())
        .distinct()
        .toList();
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // not one of our pages sent this
    }
  }

  /** The same for the first badge class only: an activity shows one. */
  public Wish first() {
    return new Wish(badgeClasses.subList(0, 1), evidence, percent, mode, column);
  }

  private static boolean column(MultivaluedMap<String, String> form) {
    return "true".equals(form.getFirst("column"));
  }

  private static <E extends Enum<E>> Optional<E> named(E[] values, @Nullable String name) {
    return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
  }

  private static double percent(@Nullable String text) {
    try {
      return text == null ? Double.NaN : Double.parseDouble(text.strip().replace(',', '.'));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
