package org.badgebridge.insight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.LmsUser;
import org.badgebridge.identity.LmsUsers;
import org.jspecify.annotations.Nullable;

/** The open offers of an institution, the longest waiting first; test users' are left out. */
@ApplicationScoped
public class UnclaimedAwards {

  private static final String OPEN =
      """
      select a.id, a.badge_class_id, a.lms_user_id, a.offered_at, a.seen_at, a.lapses_at,
        b.name as badge_class, coalesce(c.title, c.label) as course,
      """
          + Obstacle.OF_AWARD
          + """
           as obstacle
          from direct_award a
            join badge_class b on b.id = a.badge_class_id
            left join course c on c.id = a.course_id
          where a.institution_id = ? and a.state = 'OFFERED' and not a.sandbox
          """;
  private static final String ORDER = " order by a.offered_at, a.id limit ?";

  private final Sql sql;
  private final LmsUsers lmsUsers;

  @Inject
  public UnclaimedAwards(Sql sql, LmsUsers lmsUsers) {
    this.sql = sql;
    this.lmsUsers = lmsUsers;
  }

  /**
   * One page.
   *
   * @param badgeClassId only of this badge class, or null for all
   * @param why only those with this in the way, or null for all
   * @param after the last award of the page before, or null for the first page
   */
  public List<UnclaimedAward> list(
      UUID institutionId,
      @Nullable UUID badgeClassId,
      @Nullable Obstacle why,
      @Nullable UUID after,
      int limit) {
    StringBuilder query = new StringBuilder(OPEN);
    List<@Nullable Object> parameters = new ArrayList<>(List.of(institutionId));
    if (badgeClassId != null) {
      query.append(" and a.badge_class_id = ?");
      parameters.add(badgeClassId);
    }
    if (why != null) {
      query.append(" and ").append(Obstacle.OF_AWARD).append(" = ?");
      parameters.add(why);
    }
    Instant reached = after == null ? null : offeredAt(after);
    if (reached != null) {
      query.append(" and a.offered_at >= ? and (a.offered_at > ? or a.id > ?)");
      parameters.addAll(List.of(reached, reached, after));
    }
    parameters.add(limit);
    List<Found> found = sql.list(query.append(ORDER).toString(), Found::read, parameters.toArray());
    Map<UUID, LmsUser> learners =
        lmsUsers.find(found.stream().map(Found::lmsUserId).collect(Collectors.toSet()));
    return found.stream().map(each -> each.withLearner(learners)).toList();
  }

  /** Badge classes with open offers, by name, with how many. */
  public Map<UUID, String> badgeClasses(UUID institutionId) {
    Map<UUID, String> names = new LinkedHashMap<>();
    sql.list(
            """
            select b.id, b.name, count(*) as waiting
            from direct_award a join badge_class b on b.id = a.badge_class_id
            where a.institution_id = ? and a.state = 'OFFERED' and not a.sandbox
            group by b.id, b.name order by b.name, b.id limit 500
            """,
            row -> Map.entry(row.uuid("id"), row.text("name") + " (" + row.count("waiting") + ")"),
            institutionId)
        .forEach(each -> names.put(each.getKey(), each.getValue()));
    return names;
  }

  private @Nullable Instant offeredAt(UUID awardId) {
    return sql.first(
            "select offered_at from direct_award where id = ? and offered_at is not null",
            row -> row.instant("offered_at"),
            awardId)
        .orElse(null);
  }

  private record Found(
      UUID id,
      UUID badgeClassId,
      UUID lmsUserId,
      String badgeClass,
      @Nullable String course,
      Instant offeredAt,
      @Nullable Instant seenAt,
      @Nullable Instant lapsesAt,
      Obstacle obstacle) {

    static Found read(Row row) {
      return new Found(
          row.uuid("id"),
          row.uuid("badge_class_id"),
          row.uuid("lms_user_id"),
          row.text("badge_class"),
          row.optionalText("course"),
          row.instant("offered_at"),
          row.optionalInstant("seen_at"),
          row.optionalInstant("lapses_at"),
          Obstacle.valueOf(row.text("obstacle")));
    }

    UnclaimedAward withLearner(Map<UUID, LmsUser> learners) {
      LmsUser learner = learners.get(lmsUserId);
      return new UnclaimedAward(
          id,
          badgeClassId,
          badgeClass,
          learner == null ? "" : learner.displayName(),
          course,
          offeredAt,
          seenAt,
          lapsesAt,
          obstacle);
    }
  }
}
