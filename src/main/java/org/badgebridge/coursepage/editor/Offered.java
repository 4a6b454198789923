package org.badgebridge.coursepage.editor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.badgeclass.AwardableBadges;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.course.Activities;
import org.badgebridge.course.Activity;
import org.badgebridge.course.Course;
import org.badgebridge.course.Courses;
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

  @Inject
  public Offered(
      Activities activities,
      AwardableBadges awardable,
      BadgeClasses badgeClasses,
      Courses courses) {
    this.activities = activities;
    this.awardable = awardable;
    this.badgeClasses = badgeClasses;
    this.courses = courses;
  }

  /** One badge that can be a condition. */
  public record Badge(UUID id, String name) {}

  /**
   * All that is offered.
   *
   * @param activities of the course, by title
   * @param badges that are published, by name, and those that the rule asks for already
   */
  public record Subjects(List<Activity> activities, List<Badge> badges) {

    public Set<UUID> activityIds() {
      return activities.stream().map(Activity::id).collect(Collectors.toUnmodifiableSet());
    }

    public Set<UUID> badgeIds() {
      return badges.stream().map(Badge::id).collect(Collectors.toUnmodifiableSet());
    }
  }

  /**
   * What a course offers.
   *
   * @param own the badge class that the rule gives, which cannot be a condition of itself
   * @param present the rule of now, whose subjects are offered whatever became of them
   */
  public Subjects of(Course course, UUID own, RuleTree present) {
    List<Badge> badges = new ArrayList<>();
    UUID institution = courses.institutionOf(course.id());
    var slice = awardable.page(institution, "", null);
    while (badges.size() < MOST_BADGES) {
      slice.badgeClasses().forEach(each -> add(badges, each, own));
      if (slice.next() == null) {
        break;
      }
      slice = awardable.page(institution, "", slice.next());
    }
    Set<UUID> known = badges.stream().map(Badge::id).collect(Collectors.toSet());
    present.badges().stream()
        .filter(each -> !known.contains(each))
        .forEach(each -> badgeClasses.find(each).ifPresent(found -> add(badges, found, own)));
    return new Subjects(activities.of(course.id()), List.copyOf(badges));
  }

  private static void add(List<Badge> badges, BadgeClass badge, UUID own) {
    if (!badge.id().equals(own)) {
      badges.add(new Badge(badge.id(), badge.name()));
    }
  }
}
