package org.badgebridge.passback.scores;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.jspecify.annotations.Nullable;

/** How learners stand in line items. */
@ApplicationScoped
class HostedScores {

  private static final String SELECT =
      "select learner, sent_at, completed, score, maximum, remark, scored_by from hosted_score"
          + " where line_item_id = ?";

  private final Sql sql;

  @Inject
  HostedScores(Sql sql) {
    this.sql = sql;
  }

  /**
   * How one stands.
   *
   * @param sentAt the sender's time of the last message about it
   * @param score null together with the maximum: there is none
   */
  record Standing(
      String learner,
      Instant sentAt,
      boolean completed,
      @Nullable Double score,
      @Nullable Double maximum,
      @Nullable String comment,
      @Nullable String scoredBy) {

    static Standing fresh(String learner, Instant sentAt) {
      return new Standing(learner, sentAt, false, null, null, null, null);
    }
  }

  /** Begins a standing, unless there is one. */
  boolean begin(UUID lineItemId, Standing standing) {
    return sql.insertOnce(
        "insert into hosted_score (line_item_id, learner, sent_at, completed, score, maximum,"
            + " remark, scored_by) values (?, ?, ?, ?, ?, ?, ?, ?)",
        lineItemId,
        standing.learner(),
        standing.sentAt(),
        standing.completed(),
        standing.score(),
        standing.maximum(),
        standing.comment(),
        standing.scoredBy());
  }

  Optional<Standing> find(UUID lineItemId, String learner) {
    return sql.first(SELECT + " and learner = ?", HostedScores::read, lineItemId, learner);
  }

  /**
   * Puts one standing in the place of another, unless somebody else did so first. (H2 reads a
   * statement {@code for update} anew each time, which costs more than the row.)
   *
   * @return whether this call did it
   */
  boolean replace(UUID lineItemId, Standing known, Standing standing) {
    return 1
        == sql.update(
            "update hosted_score set sent_at = ?, completed = ?, score = ?, maximum = ?, remark ="
                + " ?, scored_by = ? where line_item_id = ? and learner = ? and sent_at = ?",
            standing.sentAt(),
            standing.completed(),
            standing.score(),
            standing.maximum(),
            standing.comment(),
            standing.scoredBy(),
            lineItemId,
            standing.learner(),
            known.sentAt());
  }

  /** So many that have a score, by learner, after one of them; of one learner if one is named. */
  List<Standing> page(
      UUID lineItemId, @Nullable String learner, @Nullable String after, int limit) {
    StringBuilder where = new StringBuilder(" and score is not null");
    List<Object> parameters = new ArrayList<>(List.of(lineItemId));
    if (learner != null) {
      where.append(" and learner = ?");
      parameters.add(learner);
    }
    if (after != null) {
      where.append(" and learner > ?");
      parameters.add(after);
    }
    return sql.list(
        SELECT + where + " order by learner limit " + limit,
        HostedScores::read,
        parameters.toArray());
  }

  private static Standing read(Row row) {
    return new Standing(
        row.text("learner"),
        row.instant("sent_at"),
        row.flag("completed"),
        row.optionalDouble("score"),
        row.optionalDouble("maximum"),
        row.optionalText("remark"),
        row.optionalText("scored_by"));
  }
}
