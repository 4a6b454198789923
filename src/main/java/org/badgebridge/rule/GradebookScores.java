package org.badgebridge.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.badgebridge.course.ResourceLink;
import org.badgebridge.course.ResourceLinks;
import org.badgebridge.database.Sql;
import org.badgebridge.keys.Digests;

/**
 * What the columns of the LMS hold of ours, and what they would not take. Writers join the caller's
 * transaction.
 */
@ApplicationScoped
public class GradebookScores {

  /** What became of a score; by the name of its end in the database. */
  enum State {
    /** It stands in the column. */
    TAKEN,
    /** The LMS could not be reached or failed, as Moodle does for a locked column; tried again. */
    WAITING,
    /** The column had something newer. */
    OUTDATED,
    /** The LMS does not grade this learner. */
    NOT_GRADABLE,
    /** The LMS refused: the column is gone, say. */
    REFUSED
  }

  /**
   * How many scores a column did not take.
   *
   * @param why the name of a state
   */
  public record Untaken(String why, long learners) {

    /** Whether it is tried again without anybody's doing. */
    public boolean waiting() {
      return why.equals(State.WAITING.name());
    }
  }

  private final Sql sql;
  private final ResourceLinks links;
  private final Clock clock;

  @Inject
  GradebookScores(Sql sql, ResourceLinks links, Clock clock) {
    this.sql = sql;
    this.links = links;
    this.clock = clock;
  }

  /** The columns of the placements that show an attachment, by their addresses. */
  List<String> columns(UUID attachmentId) {
    return links.showing(attachmentId).stream()
        .map(ResourceLink::lineitemUrl)
        .flatMap(Stream::ofNullable)
        .distinct()
        .toList();
  }

  /** Whether the column holds the score of this award. */
  boolean holds(String column, UUID awardId) {
    return sql.first(
            "select 1 as one from gradebook_score where award_id = ? and line_item_digest = ?"
                + " and state = 'TAKEN'",
            row -> true,
            awardId,
            Digests.sha256(column))
        .isPresent();
  }

  /** Whether another award of the same learner owes what the column holds: a re-issued badge. */
  boolean heldByAnother(String column, UUID awardId) {
    return sql.first(
            "select 1 as one from gradebook_score s join direct_award o on o.id = s.award_id"
                + " join direct_award w on w.lms_user_id = o.lms_user_id"
                + " where w.id = ? and o.id <> w.id and s.line_item_digest = ?"
                + " and s.state = 'TAKEN' and o.state in ('OFFERED', 'CLAIMED')",
            row -> true,
            awardId,
            Digests.sha256(column))
        .isPresent();
  }

  void note(String column, UUID awardId, State state) {
    forget(column, awardId);
    sql.update(
        "insert into gradebook_score (award_id, line_item_digest, state, tried_at)"
            + " values (?, ?, ?, ?)",
        awardId,
        Digests.sha256(column),
        state,
        clock.instant());
  }

  void forget(String column, UUID awardId) {
    sql.update(
        "delete from gradebook_score where award_id = ? and line_item_digest = ?",
        awardId,
        Digests.sha256(column));
  }

  /** The scores of open and claimed awards that the columns of an attachment did not take. */
  public List<Untaken> untaken(UUID attachmentId) {
    List<String> digests = columns(attachmentId).stream().map(Digests::sha256).toList();
    if (digests.isEmpty()) {
      return List.of();
    }
    return sql.list(
        "select s.state, count(distinct w.lms_user_id) as learners from gradebook_score s"
            + " join direct_award w on w.id = s.award_id where s.line_item_digest in ("
            + Sql.marks(digests.size())
            + ") and s.state <> 'TAKEN' and w.state in ('OFFERED', 'CLAIMED')"
            + " group by s.state order by s.state",
        row -> new Untaken(row.text("state"), row.count("learners")),
        digests.toArray());
  }
}
