package org.badgebridge.insight.figures;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.testing.OpenDatabase;
import org.jspecify.annotations.Nullable;

/** Counts awards one by one, without any sums: what the figures must be. */
final class Recount {

  private Recount() {}

  static Figures of(OpenDatabase database, Filter filter, Instant now) {
    Map<Count, Long> all = new EnumMap<>(Count.class);
    new Sql(database.dataSource())
        .list(
            """
            select a.*, c.public_since,
              (select count(*) from mail_award ma join mail m on m.id = ma.mail_id
                where ma.award_id = a.id and m.state = 'SENT') as sent
            from direct_award a left join credential c on c.award_id = a.id
            where a.institution_id = ? and not a.sandbox
            """,
            row -> {
              if (matches(row, filter)) {
                facts(row, now).forEach(each -> all.merge(each, 1L, Long::sum));
              }
              return row.uuid("id");
            },
            filter.institutionId());
    return Figures.of(all);
  }

  private static boolean matches(Row row, Filter filter) {
    Instant offered = row.optionalInstant("offered_at");
    LocalDate day =
        LocalDate.ofInstant(offered == null ? row.instant("rule_met_at") : offered, ZoneOffset.UTC);
    return (filter.from() == null || !day.isBefore(filter.from()))
        && (filter.to() == null || !day.isAfter(filter.to()))
        && (filter.badgeClass() == null || filter.badgeClass().equals(row.uuid("badge_class_id")))
        && (filter.course() == null || filter.course().equals(row.optionalUuid("course_id")));
  }

  private static List<Count> facts(Row row, Instant now) {
    List<Count> facts = new ArrayList<>(List.of(Count.MET));
    String state = row.text("state");
    add(facts, Count.WAITING, state.equals("PROPOSED"));
    Instant offered = row.optionalInstant("offered_at");
    if (offered == null) {
      return facts;
    }
    Instant claimed = row.optionalInstant("claimed_at");
    boolean opened = claimed != null || row.optionalInstant("opened_at") != null;
    boolean seen = opened || row.optionalInstant("seen_at") != null;
    boolean notified = row.optionalInstant("notified_at") != null;
    boolean delivered =
        seen || row.optionalInstant("delivered_at") != null || (notified && row.count("sent") > 0);
    facts.add(Count.OFFERED);
    add(facts, Count.NOTIFIED, delivered || notified);
    add(facts, Count.DELIVERED, delivered);
    add(facts, Count.SEEN, seen);
    add(facts, Count.OPENED, opened);
    add(facts, Count.CLAIMED, claimed != null);
    add(facts, Count.PUBLISHED, claimed != null && row.optionalInstant("first_public_at") != null);
    add(facts, Count.STILL_OPEN, state.equals("OFFERED"));
    add(facts, Count.REACHED_OPEN, state.equals("OFFERED") && delivered);
    add(facts, Count.DECLINED, state.equals("DECLINED"));
    add(facts, Count.EXPIRED, state.equals("EXPIRED"));
    add(facts, Count.WITHDRAWN, state.equals("WITHDRAWN"));
    add(facts, Count.REVOKED, state.equals("REVOKED"));
    add(
        facts,
        Count.IN_PUBLIC,
        state.equals("CLAIMED") && row.optionalInstant("public_since") != null);
    age(facts, offered, claimed, delivered, now);
    return facts;
  }

  private static void age(
      List<Count> facts,
      Instant offered,
      @Nullable Instant claimed,
      boolean delivered,
      Instant now) {
    Duration took = claimed == null ? Duration.ofDays(99_999) : Duration.between(offered, claimed);
    add(facts, Count.WITHIN_HOUR, took.compareTo(Duration.ofHours(1)) <= 0);
    add(facts, Count.WITHIN_1, within(took, 1));
    add(facts, Count.WITHIN_3, within(took, 3));
    add(facts, Count.WITHIN_7, within(took, 7));
    add(facts, Count.WITHIN_14, within(took, 14));
    add(facts, Count.WITHIN_30, within(took, 30));
    LocalDate day = LocalDate.ofInstant(offered, ZoneOffset.UTC);
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    old(facts, Count.OLD_1, Count.EARLY_1, delivered && old(day, today, 1), within(took, 1));
    old(facts, Count.OLD_7, Count.EARLY_7, delivered && old(day, today, 7), within(took, 7));
    old(facts, Count.OLD_30, Count.EARLY_30, delivered && old(day, today, 30), within(took, 30));
  }

  private static boolean within(Duration took, int days) {
    return took.compareTo(Duration.ofDays(days)) <= 0;
  }

  private static boolean old(LocalDate day, LocalDate today, int days) {
    return day.plusDays(days).isBefore(today);
  }

  private static void old(List<Count> facts, Count whole, Count part, boolean old, boolean early) {
    add(facts, whole, old);
    add(facts, part, old && early);
  }

  private static void add(List<Count> facts, Count count, boolean holds) {
    if (holds) {
      facts.add(count);
    }
  }
}
