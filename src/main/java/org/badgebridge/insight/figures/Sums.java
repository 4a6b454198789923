package org.badgebridge.insight.figures;

/**
 * The statements that fill {@code insight_figures} for an institution, from awards to days, from
 * days to longer spans; each has a place for what is wanted of its rows.
 */
final class Sums {

  /** How many days a part of a month has. */
  static final int PART = 5;

  private static final String KEYS =
      "institution_id, grain, begins, badge_class_id, course_id, origin";

  /** Awards as {@code x}, with the step that each has come to. */
  private static final String AWARDS =
      """
       from (
        select a.institution_id, a.badge_class_id, a.origin, a.state, a.offered_at, a.claimed_at,
          c.public_since,
          coalesce(a.course_id, cast('00000000-0000-0000-0000-000000000000' as uuid)) as course_id,
          cast(coalesce(a.offered_at, a.rule_met_at) at time zone 'UTC' as date) as begins,
          case
            when a.offered_at is null then 0
            when a.claimed_at is not null and a.first_public_at is not null then 7
            when a.claimed_at is not null then 6
            when a.opened_at is not null then 5
            when a.seen_at is not null then 4
            when a.delivered_at is not null then 3
            when a.notified_at is null then 1
            when exists (select 1 from mail_award ma join mail m on m.id = ma.mail_id
              where ma.award_id = a.id and m.state = 'SENT') then 3
            else 2 end as step
        from direct_award a left join credential c on c.award_id = a.id
        where a.institution_id = ? and not a.sandbox""";

  static final String DAYS =
      "insert into insight_figures ("
          + KEYS
          + ", "
          + Count.countedColumns()
          + ") select x.institution_id, 'DAY', x.begins, x.badge_class_id, x.course_id, x.origin, "
          + Count.counting()
          + AWARDS
          + "%s) x group by x.institution_id, x.begins, x.badge_class_id, x.course_id, x.origin"
          + " order by x.begins"; // neighbours are read together

  static final String ONE_DAY =
      " and a.badge_class_id = ? and (a.offered_at >= ? and a.offered_at < ?"
          + " or a.offered_at is null and a.rule_met_at >= ? and a.rule_met_at < ?)";

  static final String IN_MONTH = " and g.badge_class_id = ? and g.begins between ? and ?";

  private static final String INSERT =
      "insert into insight_figures ("
          + KEYS
          + ", "
          + Count.columns()
          + ") select g.institution_id,";

  private static final String DAY = "cast(extract(day from g.begins) as int)";

  static final String MONTHS = spans("MONTH", "g.begins - " + DAY + " + 1");

  /** The first five days of a month, and so on; a 31st stands alone. */
  static final String PARTS = spans("PART", "g.begins - mod(" + DAY + " - 1, " + PART + ")");

  static final String CLASSES =
      INSERT
          + " 'CLASS', g.begins, g.badge_class_id,"
          + " cast('00000000-0000-0000-0000-000000000000' as uuid), 'ANY', "
          + Count.summing()
          + " from insight_figures g where g.institution_id = ? and g.grain = 'MONTH'%s"
          + " group by g.institution_id, g.begins, g.badge_class_id";

  static final String EVER =
      INSERT
          + " 'ALL', date '1970-01-01', g.badge_class_id, g.course_id, g.origin, "
          + Count.summing()
          + " from insight_figures g where g.institution_id = ? and g.grain = 'MONTH'%s"
          + " group by g.institution_id, g.badge_class_id, g.course_id, g.origin";

  private Sums() {}

  /** Sums over days by where their span begins, an expression that both databases read. */
  private static String spans(String grain, String begins) {
    return INSERT
        + " '"
        + grain
        + "', g.span, g.badge_class_id, g.course_id, g.origin, "
        + Count.summing()
        + " from (select g.institution_id, g.badge_class_id, g.course_id, g.origin, "
        + begins
        + " as span, "
        + Count.readingDays()
        + " from insight_figures g where g.institution_id = ? and g.grain = 'DAY'%s) g"
        + " group by g.institution_id, g.span, g.badge_class_id, g.course_id, g.origin"
        + " order by g.span"; // neighbours are read together
  }
}
