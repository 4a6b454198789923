package org.badgebridge.deeplinking;

import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.rule.AwardRule;
import org.jspecify.annotations.Nullable;

/**
 * The one form for a rule, as it stands: what was typed comes back as it was typed, also where it
 * makes no sense.
 *
 * @param evidence the name of a {@link Wish.Evidence}; empty while nothing is chosen
 * @param percent as typed
 * @param mode the name of an {@link AwardRule.Mode}; empty while nothing is chosen
 * @param column whether the activity shall have a grade column of its own; asked only while it is
 *     made
 * @param activity of the course, as {@link CourseActivities.Choice#value} says it; empty while none
 *     is chosen
 */
public record WishForm(
    String evidence, String percent, String mode, boolean column, String activity) {

  private static final String USUAL_PERCENT = "60";

  /** The form before anything was chosen in it. */
  public static WishForm usual() {
    return new WishForm(
        Wish.Evidence.RESTRICTION.name(),
        USUAL_PERCENT,
        AwardRule.Mode.AUTOMATIC.name(),
        false,
        "");
  }

  /** The form for a rule that it cannot say: nothing is chosen. */
  public static WishForm undecided() {
    return new WishForm("", USUAL_PERCENT, "", false, "");
  }

  /** The form that says this wish. */
  public static WishForm of(Wish wish) {
    return new WishForm(
        wish.evidence().name(),
        wish.evidence().graded()
            ? BigDecimal.valueOf(wish.percent()).stripTrailingZeros().toPlainString()
            : USUAL_PERCENT,
        wish.mode().name(),
        wish.column(),
        wish.activity());
  }

  /** The form as it was sent. */
  public static WishForm from(MultivaluedMap<String, String> form) {
    return new WishForm(
        sent(form, "evidence"),
        sent(form, "percent"),
        sent(form, "mode"),
        sent(form, "column").equals("true"),
        sent(form, "activity"));
  }

  /**
   * What it says.
   *
   * @throws InvalidFields with every fault
   */
  public Wish wish() {
    List<FieldFault> faults = new ArrayList<>();
    Optional<Wish.Evidence> chosen = named(Wish.Evidence.values(), evidence);
    if (chosen.isEmpty()) {
      faults.add(FieldFault.of("evidence", "deeplinking.fault.choice"));
    }
    double number = number(percent);
    if (chosen.filter(Wish.Evidence::graded).isPresent() && !(number >= 1 && number <= 100)) {
      faults.add(FieldFault.of("percent", "deeplinking.fault.percent"));
    }
    boolean elsewhere = chosen.filter(Wish.Evidence::elsewhere).isPresent();
    if (elsewhere && activity.isEmpty()) {
      faults.add(FieldFault.of("activity", "deeplinking.fault.activity"));
    }
    Optional<AwardRule.Mode> given = named(AwardRule.Mode.values(), mode);
    if (given.isEmpty()) {
      faults.add(FieldFault.of("mode", "deeplinking.fault.choice"));
    }
    if (!faults.isEmpty()) {
      throw new InvalidFields(faults);
    }
    return new Wish(
        chosen.orElseThrow(), number, given.orElseThrow(), column, elsewhere ? activity : "");
  }

  private static String sent(MultivaluedMap<String, String> form, String field) {
    @Nullable String value = form.getFirst(field);
    return value == null ? "" : value;
  }

  private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
    return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text.strip().replace(',', '.'));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
