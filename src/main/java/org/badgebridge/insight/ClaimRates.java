package org.badgebridge.insight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.jspecify.annotations.Nullable;

/** Counts what became of offers. Reads only; the definitions are in {@link Figures}. */
@ApplicationScoped
public class ClaimRates {

  private static final String COUNTS =
      """
       count(a.id) as offered,
       count(case when a.claimed_at is not null then 1 end) as claimed,
       count(case when a.state = 'OFFERED' then 1 end) as still_open,
       count(case when a.state = 'DECLINED' then 1 end) as declined,
       count(case when a.state = 'EXPIRED' then 1 end) as expired,
       count(case when a.state = 'WITHDRAWN' then 1 end) as withdrawn,
       count(case when a.state = 'REVOKED' then 1 end) as revoked,
       count(case when a.state = 'CLAIMED' and c.public_since is not null then 1 end) as shown
      """;

  private static final String TOTAL =
      "select"
          + COUNTS
          + """
          from direct_award a left join credential c on c.award_id = a.id
          where a.institution_id = ? and a.offered_at >= ? and a.offered_at < ? and not a.sandbox
          """;

  private static final String BY_CLASS =
      "select b.id, b.name, b.issuer,"
          + COUNTS
          + """
          from (
            select b.id, b.name, i.name as issuer
            from badge_class b join issuer i on i.id = b.issuer_id
            where i.institution_id = ?
              and (b.name > ? or (b.name = ? and b.id > ?))
            order by b.name, b.id limit ?) b
          left join direct_award a on a.badge_class_id = b.id
            and a.offered_at >= ? and a.offered_at < ? and not a.sandbox
          left join credential c on c.award_id = a.id
          group by b.id, b.name, b.issuer
          order by b.name, b.id
          """;

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Sql sql;

  @Inject
  public ClaimRates(Sql sql) {
    this.sql = sql;
  }

  /** All badge classes together. */
  public Figures total(Cohort cohort) {
    return sql.first(
            TOTAL, ClaimRates::figures, cohort.institutionId(), cohort.start(), cohort.end())
        .orElseThrow(() -> new IllegalStateException("a count has always one row"));
  }

  /**
   * Each badge class of the institution by name, those without offers too.
   *
   * @param after the last badge class of the page before, or null for the first page
   */
  public List<ClassFigures> byClass(Cohort cohort, @Nullable UUID after, int limit) {
    String name = after == null ? "" : nameOf(after);
    return sql.list(
        BY_CLASS,
        row -> new ClassFigures(row.uuid("id"), row.text("name"), row.text("issuer"), figures(row)),
        cohort.institutionId(),
        name,
        name,
        after == null ? BEFORE_ALL : after,
        limit,
        cohort.start(),
        cohort.end());
  }

  private String nameOf(UUID badgeClassId) {
    return sql.first(
            "select name from badge_class where id = ?", row -> row.text("name"), badgeClassId)
        .orElse("");
  }

  private static Figures figures(Row row) {
    return new Figures(
        row.count("offered"),
        row.count("claimed"),
        row.count("still_open"),
        row.count("declined"),
        row.count("expired"),
        row.count("withdrawn"),
        row.count("revoked"),
        row.count("shown"));
  }
}
