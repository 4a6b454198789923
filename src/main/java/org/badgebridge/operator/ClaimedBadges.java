package org.badgebridge.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.LmsUser;
import org.badgebridge.identity.LmsUsers;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The badges that learners hold, the latest claimed first; only they can be revoked. */
@ApplicationScoped
public class ClaimedBadges {

  private static final String CLAIMED =
      """
      select a.id, a.lms_user_id, a.claimed_at, b.name as badge_class, i.name as institution,
        coalesce(c.title, c.label) as course,
        case when k.public_since is null then 0 else 1 end as in_public
      from direct_award a
        join badge_class b on b.id = a.badge_class_id
        join institution i on i.id = a.institution_id
        join credential k on k.award_id = a.id
        left join course c on c.id = a.course_id
      where a.state = 'CLAIMED'
      """;

  private final Sql sql;
  private final LmsUsers lmsUsers;

  @Inject
  public ClaimedBadges(Sql sql, LmsUsers lmsUsers) {
    this.sql = sql;
    this.lmsUsers = lmsUsers;
  }

  /**
   * One page.
   *
   * @param institutions only of these, or null for all
   * @param name a part of the badge class's name; blank for all
   * @param after the last award of the page before, or null for the first page
   */
  public List<ClaimedBadge> list(
      @Nullable List<UUID> institutions, String name, @Nullable UUID after, int limit) {
    if (institutions != null && institutions.isEmpty()) {
      return List.of();
    }
    StringBuilder query = new StringBuilder(CLAIMED);
    List<@Nullable Object> parameters = new ArrayList<>();
    if (institutions != null) {
      query.append(" and a.institution_id in (").append(Sql.marks(institutions.size())).append(')');
      parameters.addAll(institutions);
    }
    if (!name.isBlank()) {
      query.append(" and lower(b.name) like ? escape '!'");
      parameters.add("%" + literally(name.strip().toLowerCase(Locale.ROOT)) + "%");
    }
    Instant reached = after == null ? null : claimedAt(after);
    if (reached != null) {
      query.append(" and a.claimed_at <= ? and (a.claimed_at < ? or a.id < ?)");
      parameters.addAll(List.of(reached, reached, after));
    }
    parameters.add(limit);
    List<Found> found =
        sql.list(
            query.append(" order by a.claimed_at desc, a.id desc limit ?").toString(),
            Found::read,
            parameters.toArray());
    Map<UUID, LmsUser> learners =
        lmsUsers.find(found.stream().map(Found::lmsUserId).collect(Collectors.toSet()));
    return found.stream().map(each -> each.named(learners.get(each.lmsUserId))).toList();
  }

  /**
   * Which badge class an award is of.
   *
   * @throws ProblemException NOT_FOUND if there is no such award
   */
  UUID badgeClassOf(UUID awardId) {
    return sql.first(
            "select badge_class_id from direct_award where id = ?",
            row -> row.uuid("badge_class_id"),
            awardId)
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
  }

  private static String literally(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  private @Nullable Instant claimedAt(UUID awardId) {
    return sql.first(
            "select claimed_at from direct_award where id = ? and claimed_at is not null",
            row -> row.instant("claimed_at"),
            awardId)
        .orElse(null);
  }

  private record Found(UUID lmsUserId, ClaimedBadge badge) {

    static Found read(Row row) {
      return new Found(
          row.uuid("lms_user_id"),
          new ClaimedBadge(
              row.uuid("id"),
              row.text("badge_class"),
              row.text("institution"),
              "",
              row.optionalText("course"),
              row.instant("claimed_at"),
              row.integer("in_public") == 1));
    }

    ClaimedBadge named(@Nullable LmsUser learner) {
      return new ClaimedBadge(
          badge.id(),
          badge.badgeClass(),
          badge.institution(),
          learner == null ? "" : learner.displayName(),
          badge.course(),
          badge.claimedAt(),
          badge.isPublic());
    }
  }
}
