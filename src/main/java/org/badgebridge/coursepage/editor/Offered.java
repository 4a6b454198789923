package org.badgebridge.coursepage.editor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.badgeclass.AwardableBadges;
import org.badgebridge.badgeclass.AwardableBadges.Named;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.course.Activities;
import org.badgebridge.course.Activity;
import org.badgebridge.course.Course;
import org.badgebridge.course.Courses;
import org.badgebridge.passback.ActivityChoices;
import org.badgebridge.rule.RuleTree;

/** What conditions of a course's rules can be about. */
@ApplicationScoped
public class Offered {

  /** Most badges in the list; beyond it the catalogue is the place to look. */
  private static final int MOST_BADGES = 500;

  private final Activities activities;
  private final AwardableBadges awardable;
  private final BadgeClasses badgeClasses;
  private final Courses courses;
  private final ActivityChoices choices;

  @Inject
  public Offered(
      Activities activities,
      AwardableBadges awardable,
      BadgeClasses badgeClasses,
      Courses courses,
      ActivityChoices choices) {
    this.activities = activities;
    this.awardable = awardable;
    this.badgeClasses = badgeClasses;
    this.courses = courses;
    this.choices = choices;
  }

  /** One activity of the course that the platform tells of and no rule or source knows yet. */
  public record Choice(Activity.Kind kind, String reference, String title) {

    /** What stands for it in the form. */
    public String value() {
      return ActivityChoices.value(kind, reference);
    }
  }

  /**
   * All that is offered.
   *
   * @param activities of the course, by title
   * @param further what the platform tells of beyond these, in the order of the course
   * @param silent whether the platform was asked and did not answer
   * @param badges that are published, by name, and those that the rule asks for already
   */
  public record Subjects(
      List<Activity> activities, List<Choice> further, boolean silent, List<Named> badges) {

    public Set<UUID> activityIds() {
      return activities.stream().map(Activity::id).collect(Collectors.toUnmodifiableSet());
    }

    public Set<UUID> badgeIds() {
      return badges.stream().map(Named::id).collect(Collectors.toUnmodifiableSet());
    }

    /** The draft, if what it chose from the platform's own list became known to us meanwhile. */
    public RuleDraft settle(RuleDraft draft) {
      return draft.with(
          subject ->
              activities.stream()
                  .filter(
                      each -> ActivityChoices.value(each.kind(), each.reference()).equals(subject))
                  .findFirst()
                  .map(each -> each.id().toString())
                  .orElse(subject));
    }
  }

  /**
   * What a course offers.
   *
   * @param own the badge class that the rule gives, which cannot be a condition of itself
   * @param present the rule of now, whose subjects are offered whatever became of them
   */
  public Subjects of(Course course, UUID own, RuleTree present) {
    List<Activity> known = activities.of(course.id());
    Set<String> here =
        known.stream()
            .map(each -> ActivityChoices.value(each.kind(), each.reference()))
            .collect(Collectors.toSet());
    ActivityChoices.Told told = choices.of(course);
    List<Choice> further =
        told.activities().stream()
            .map(one -> new Choice(one.kind(), one.reference(), one.title()))
            .filter(one -> !here.contains(one.value()))
            .toList();
    return new Subjects(known, further, told.silent(), badges(course, own, present));
  }

  /**
   * The rule that a draft says; what it chose from the platform's own list becomes known to us.
   *
   * @param subjects those of the course
   * @throws org.badgebridge.problem.InvalidFields as {@link RuleDraft#rule}
   */
  public RuleTree rule(Course course, RuleDraft draft, Subjects subjects) {
    Set<UUID> ids = new HashSet<>(subjects.activityIds());
    RuleDraft known =
        subjects
            .settle(draft)
            .with(
                subject ->
                    subjects.further().stream()
                        .filter(each -> each.value().equals(subject))
                        .findFirst()
                        .map(each -> known(course, each))
                        .map(
                            id -> {
                              ids.add(id);
                              return id.toString();
                            })
                        .orElse(subject));
    return known.rule(ids, subjects.badgeIds());
  }

  private UUID known(Course course, Choice choice) {
    return activities.known(course.id(), choice.kind(), choice.reference(), choice.title()).id();
  }

  private List<Named> badges(Course course, UUID own, RuleTree present) {
    List<Named> badges =
        new ArrayList<>(awardable.names(courses.institutionOf(course.id()), MOST_BADGES));
    Set<UUID> known = badges.stream().map(Named::id).collect(Collectors.toSet());
    present.badges().stream()
        .filter(each -> !known.contains(each))
        .flatMap(each -> badgeClasses.find(each).stream())
        .forEach(each -> badges.add(new Named(each.id(), each.name())));
    badges.removeIf(each -> each.id().equals(own));
    return List.copyOf(badges);
  }
}
