package org.badgebridge.coursepage.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.passback.attendance.Meeting;
import org.badgebridge.passback.attendance.Meetings;
import org.badgebridge.passback.attendance.Presence;
import org.badgebridge.passback.attendance.Presences;
import org.badgebridge.roster.CourseLearners;
import org.badgebridge.roster.CourseLearners.Learner;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.jspecify.annotations.Nullable;

/** The pages of one meeting. */
@ApplicationScoped
public class MeetingFace {

  /** Most names on paper. */
  private static final int PAPER = 5000;

  private final Meetings meetings;
  private final Presences presences;
  private final CourseLearners learners;
  private final Rolls rolls;
  private final Views views;
  private final Clock clock;

  @Inject
  public MeetingFace(
      Meetings meetings,
      Presences presences,
      CourseLearners learners,
      Rolls rolls,
      Views views,
      Clock clock) {
    this.meetings = meetings;
    this.presences = presences;
    this.learners = learners;
    this.rolls = rolls;
    this.views = views;
    this.clock = clock;
  }

  /**
   * The whole page.
   *
   * @param done message key of what has just been done; empty if there is nothing to say
   */
  String meeting(Meeting meeting, Page page, RollForm form, String done) {
    Map<String, Object> parts = parts(meeting);
    parts.put("roll", roll(meeting, page, form, null));
    parts.put("done", done);
    return views.render("coursepage/attendance/meeting.jte", page, parts);
  }

  /** What is on the wall, anew, and how many attended. */
  String code(Meeting meeting, Page page) {
    Map<String, Object> parts = parts(meeting);
    parts.put("again", true);
    return views.render("coursepage/attendance/code.jte", page, parts);
  }

  String paper(Meeting meeting, Page page) {
    return views.render(
        "coursepage/attendance/paper.jte",
        page,
        Map.of("meeting", meeting, "learners", learners.all(meeting.courseId(), PAPER)));
  }

  String dropped(Meeting meeting, Page page) {
    return views.render("coursepage/attendance/dropped.jte", page, Map.of("meeting", meeting));
  }

  String learners(Meeting meeting, Page page, RollForm form) {
    return views.render(
        "coursepage/attendance/roll-list.jte",
        page,
        Map.of("roll", roll(meeting, page, form, null)));
  }

  String more(Meeting meeting, Page page, RollForm form, UUID after) {
    return views.render(
        "coursepage/attendance/roll-rows.jte",
        page,
        Map.of("roll", roll(meeting, page, form, after)));
  }

  private Map<String, Object> parts(Meeting meeting) {
    Meetings.Counted counted = meetings.counted(meeting.id());
    boolean open = counted.meeting().isOpen(clock.instant());
    Map<String, Object> parts = new HashMap<>();
    parts.put("counted", counted);
    if (open) {
      parts.put("shown", meetings.code(counted.meeting()));
    }
    return parts;
  }

  private Roll roll(Meeting meeting, Page page, RollForm form, @Nullable UUID after) {
    return rolls.of(
        meeting.courseId(),
        "/course/attendance/meetings/" + meeting.id(),
        form,
        after,
        some -> rows(meeting, page, some));
  }

  private List<Roll.Row> rows(Meeting meeting, Page page, List<Learner> some) {
    Map<UUID, Presence> known = presences.at(meeting.id(), some.stream().map(Learner::id).toList());
    return some.stream().map(each -> row(meeting, page, each, known.get(each.id()))).toList();
  }

  private static Roll.Row row(
      Meeting meeting, Page page, Learner learner, @Nullable Presence known) {
    if (known == null) {
      return new Roll.Row(learner.id(), learner.name(), List.of(), false);
    }
    boolean attended = known.attended(meeting.stay());
    return new Roll.Row(
        learner.id(), learner.name(), List.of(page.t(state(known, attended))), attended);
  }

  private static String state(Presence known, boolean attended) {
    if (known.correction() != null) {
      return "coursepage.attendance.is." + known.correction().name();
    }
    if (attended) {
      return "coursepage.attendance.is.ATTENDED";
    }
    return known.in() == null ? "coursepage.attendance.is.NOTHING" : "coursepage.attendance.is.IN";
  }
}
