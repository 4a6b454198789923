package org.badgebridge.deeplinking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.badgeclass.Authority;
import org.badgebridge.badgeclass.AwardableBadges;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.badgeclass.Editor;
import org.badgebridge.course.Course;
import org.badgebridge.drawing.VisualGrammars;
import org.badgebridge.launch.LaunchSession;
import org.badgebridge.passback.gradebook.CreateLineItem;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.jspecify.annotations.Nullable;

/** Renders the steps of choosing a badge, as parts of a page in the frame. */
@ApplicationScoped
public class Chooser {

  private final AwardableBadges awardable;
  private final CourseActivities activities;
  private final VisualGrammars grammars;
  private final Authority authority;
  private final Views views;

  @Inject
  public Chooser(
      AwardableBadges awardable,
      CourseActivities activities,
      VisualGrammars grammars,
      Authority authority,
      Views views) {
    this.authority = authority;
    this.activities = activities;
    this.awardable = awardable;
    this.grammars = grammars;
    this.views = views;
  }

  /** Step one: the badge classes that the institution can award, with a search. */
  public String badges(LaunchSession session, Page page, List<FieldFault> faults) {
    return badges(session, page, faults, false);
  }

  /** The same after a lecturer made a badge class that staff have to publish. */
  String waiting(LaunchSession session, Page page) {
    return badges(session, page, List.of(), true);
  }

  private String badges(
      LaunchSession session, Page page, List<FieldFault> faults, boolean waiting) {
    BadgeClasses.Slice slice = awardable.page(session.institutionId(), "", null);
    return views.render(
        "deeplinking/badges.jte",
        page,
        Map.of(
            "slice",
            slice,
            "borrowed",
            awardable.borrowed(slice.badgeClasses(), session.institutionId(), session.locale()),
            "grammar",
            grammars.of(session.institutionId()),
            "several",
            several(session),
            "creates",
            authority.lecturersCreate(session.institutionId()),
            "waiting",
            waiting,
            "faults",
            faults));
  }

  /** More entries of step one. */
  String more(LaunchSession session, Page page, String words, @Nullable UUID after) {
    BadgeClasses.Slice slice = awardable.page(session.institutionId(), words, after);
    return views.render(
        "badgeclass/picker-list.jte",
        page,
        Map.of(
            "slice",
            slice,
            "borrowed",
            awardable.borrowed(slice.badgeClasses(), session.institutionId(), session.locale()),
            "grammar",
            grammars.of(session.institutionId()),
            "endpoint",
            "/deep-linking/more",
            "several",
            several(session)));
  }

  /** A new badge class on the way. */
  String blank(Page page, Editor editor) {
    return views.render("deeplinking/new.jte", page, Map.of("editor", editor));
  }

  /** Step two: the rule. */
  public String rule(
      LaunchSession session,
      Course course,
      Page page,
      PickedBadges picked,
      WishForm form,
      List<FieldFault> faults) {
    return views.render(
        "deeplinking/rule.jte",
        page,
        Map.of(
            "badges",
            picked.ids().stream().map(id -> awardable.get(id, session.institutionId())).toList(),
            "form",
            form,
            "columns",
            CreateLineItem.possible(course),
            "activities",
            activities.possible(course),
            "linking",
            session.deepLinking() != null,
            "faults",
            faults));
  }

  /** The activities of the course to choose from, as the platform tells of them now. */
  String activities(Course course, Page page, WishForm form) {
    return views.render(
        "deeplinking/activities.jte",
        page,
        Map.of("found", activities.of(course), "chosen", form.activity()));
  }

  /** Whether the platform takes several activities at once (§2.2.1, accept_multiple). */
  static boolean several(LaunchSession session) {
    LaunchSession.DeepLinking asked = session.deepLinking();
    return asked != null && asked.acceptMultiple();
  }
}
