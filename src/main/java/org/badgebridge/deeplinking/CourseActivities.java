package org.badgebridge.deeplinking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.course.Activities;
import org.badgebridge.course.Activity;
import org.badgebridge.course.Course;
import org.badgebridge.passback.ActivityChoices;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;

/**
 * The activities of a course that are not ours, among which a lecturer chooses the one that counts:
 * those the platform tells of, and those that are known already.
 */
@ApplicationScoped
public class CourseActivities {

  private static final Set<Activity.Kind> KINDS =
      Set.of(Activity.Kind.MODULE, Activity.Kind.COURSE);

  private final ActivityChoices choices;
  private final Activities activities;

  @Inject
  public CourseActivities(ActivityChoices choices, Activities activities) {
    this.choices = choices;
    this.activities = activities;
  }

  /**
   * One to choose.
   *
   * @param title as the platform says it
   * @param tracked whether the platform keeps track of its completion, as far as is known
   */
  public record Choice(Activity.Kind kind, String reference, String title, boolean tracked) {

    /** What stands for it in the form. */
    public String value() {
      return ActivityChoices.value(kind, reference);
    }
  }

  /**
   * What there is.
   *
   * @param silent whether the platform was asked and did not answer; then only those that are known
   *     already are here
   */
  public record Found(List<Choice> choices, boolean silent) {

    /** Whether this is one of them. */
    public boolean has(String value) {
      return choices.stream().anyMatch(each -> each.value().equals(value));
    }
  }

  /** Whether there may be anything to choose from. Asks nobody outside. */
  public boolean possible(Course course) {
    return choices.covers(course)
        || activities.of(course.id()).stream().anyMatch(each -> KINDS.contains(each.kind()));
  }

  /** All there are, in the order of the course. May ask the platform: never in a transaction. */
  public Found of(Course course) {
    ActivityChoices.Told told = choices.of(course);
    Map<String, Choice> found = new LinkedHashMap<>();
    told.activities()
        .forEach(each -> add(found, each.kind(), each.reference(), each.title(), each.tracked()));
    activities.of(course.id()).stream()
        .filter(each -> KINDS.contains(each.kind()))
        .forEach(each -> add(found, each.kind(), each.reference(), each.title(), true));
    return new Found(List.copyOf(found.values()), told.silent());
  }

  private static void add(
      Map<String, Choice> found,
      Activity.Kind kind,
      String reference,
      String title,
      boolean tracked) {
    Choice choice = new Choice(kind, reference, title, tracked);
    found.putIfAbsent(choice.value(), choice);
  }

  /**
   * The activity that a wish is about, made known if it is new. May ask the platform.
   *
   * @throws InvalidFields if it is not there, or the platform did not say, or keeps no track of
   *     what is asked
   */
  UUID chosen(Course course, Wish wish) {
    Found found = of(course);
    Choice choice =
        found.choices().stream()
            .filter(each -> each.value().equals(wish.activity()))
            .findFirst()
            .orElseThrow(() -> fault(found.silent() ? "silent" : "gone"));
    if (wish.evidence() == Wish.Evidence.ACTIVITY_DONE && !choice.tracked()) {
      throw fault("untracked");
    }
    return activities.known(course.id(), choice.kind(), choice.reference(), choice.title()).id();
  }

  /** The same, if it is known already; asks nobody outside. */
  Optional<UUID> known(Course course, Wish wish) {
    return activities.of(course.id()).stream()
        .filter(each -> value(each).equals(Optional.of(wish.activity())))
        .findFirst()
        .map(Activity::id);
  }

  /** What stands for an activity in the form; empty if it is none to choose here. */
  static Optional<String> value(Activity activity) {
    return Optional.of(activity)
        .filter(each -> KINDS.contains(each.kind()))
        .map(each -> ActivityChoices.value(each.kind(), each.reference()));
  }

  private static InvalidFields fault(String what) {
    return new InvalidFields(
        List.of(FieldFault.of("activity", "deeplinking.fault.activity." + what)));
  }
}
