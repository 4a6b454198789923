package org.badgebridge.passback.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.badgebridge.database.Sql;
import org.badgebridge.passback.Fact;
import org.badgebridge.passback.OwnFacts;

/**
 * Who was at which meeting. A change counts anew how many meetings of the series the learner
 * attended, and says so as a fact, upwards or downwards, in the same transaction.
 */
@ApplicationScoped
public class Presences {

  /** The source of these facts. */
  public static final String SOURCE = "attendance";

  private final Sql sql;
  private final OwnFacts facts;

  @Inject
  public Presences(Sql sql, OwnFacts facts) {
    this.sql = sql;
    this.facts = facts;
  }

  /** What is known of some learners at a meeting; of whom nothing is known is missing. */
  public Map<UUID, Presence> at(UUID meetingId, Collection<UUID> learners) {
    Map<UUID, Presence> found = new HashMap<>();
    if (!learners.isEmpty()) {
      List<Object> parameters = new ArrayList<>(List.of(meetingId));
      parameters.addAll(learners);
      sql.list(
          "select lms_user_id, in_at, out_at, correction from attendance where meeting_id = ?"
              + " and lms_user_id in ("
              + Sql.marks(learners.size())
              + ")",
          row -> found.put(row.uuid("lms_user_id"), Presence.read(row)) == null,
          parameters.toArray());
    }
    return found;
  }

  /** One learner before and after a change. */
  record Change(Presence before, Presence after) {

    boolean changed() {
      return !before.equals(after);
    }
  }

  /**
   * Changes what is known of one learner. Needs the caller's transaction; several learners in the
   * order of their ids.
   */
  Change change(UUID institutionId, Meeting meeting, UUID learner, UnaryOperator<Presence> how) {
    OwnFacts.About about =
        new OwnFacts.About(institutionId, meeting.seriesId(), learner, Fact.Kind.ATTENDED);
    facts.hold(about);
    Presence before = at(meeting.id(), List.of(learner)).getOrDefault(learner, Presence.NONE);
    Change change = new Change(before, how.apply(before));
    if (change.changed()) {
      write(meeting, learner, change.after());
      if (before.attended(meeting.stay()) != change.after().attended(meeting.stay())) {
        long times = attended(meeting.seriesId(), learner);
        facts.say(about, SOURCE, new OwnFacts.Said((double) times, null, false));
      }
    }
    return change;
  }

  private void write(Meeting meeting, UUID learner, Presence presence) {
    boolean attended = presence.attended(meeting.stay());
    int there =
        sql.update(
            "update attendance set in_at = ?, out_at = ?, correction = ?, attended = ?"
                + " where meeting_id = ? and lms_user_id = ?",
            presence.in(),
            presence.out(),
            presence.correction(),
            attended,
            meeting.id(),
            learner);
    if (there == 0) {
      sql.update(
          "insert into attendance (in_at, out_at, correction, attended, meeting_id, lms_user_id)"
              + " values (?, ?, ?, ?, ?, ?)",
          presence.in(),
          presence.out(),
          presence.correction(),
          attended,
          meeting.id(),
          learner);
    }
  }

  private long attended(UUID seriesId, UUID learner) {
    return sql.first(
            "select count(*) as times from attendance t join meeting m on m.id = t.meeting_id"
                + " where m.activity_id = ? and t.lms_user_id = ? and t.attended = true",
            row -> row.count("times"),
            seriesId,
            learner)
        .orElse(0L);
  }
}
