package org.badgebridge.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.badgebridge.catalogue.Facets.Facet;
import org.badgebridge.database.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Counts by what the catalogue can be filtered. Counting looks at every entry, so a node keeps what
 * it counted until the catalogue, or who is seen in it, has changed, here or on another node.
 */
@ApplicationScoped
public class CountFacets {

  private static final int SKILLS = 30;
  private static final int LANGUAGES = 30;

  /** Two changes of which the earlier is committed later can look like one; not for longer. */
  private static final Duration KEPT = Duration.ofMinutes(1);

  private static final String PRINT =
      """
      select (select count(*) from catalogue_entry) as entries,
        (select max(entered_at) from catalogue_entry) as entered,
        (select sum(version) from institution) as institutions,
        (select sum(version) from issuer_group) as groups,
        (select sum(version) from issuer) as issuers
      """;

  private final Sql sql;
  private final Clock clock;
  private volatile @Nullable Counted last;

  @Inject
  public CountFacets(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  private record Print(
      long entries, @Nullable Instant entered, long institutions, long groups, long issuers) {}

  private record Counted(Print print, Instant at, Facets facets) {}

  /** The facets as they are now. */
  public Facets now() {
    Print print = print();
    Instant now = clock.instant();
    Counted before = last;
    if (before != null && before.print().equals(print) && before.at().plus(KEPT).isAfter(now)) {
      return before.facets();
    }
    Facets facets = count();
    last = new Counted(print, now, facets);
    return facets;
  }

  private Print print() {
    return sql.first(
            PRINT,
            row ->
                new Print(
                    row.count("entries"),
                    row.optionalInstant("entered"),
                    row.count("institutions"),
                    row.count("groups"),
                    row.count("issuers")))
        .orElseThrow();
  }

  private Facets count() {
    return new Facets(
        issuers(), kinds("e.badge_type"), kinds("e.theme"), terms("LANGUAGE", LANGUAGES), skills());
  }

  private List<Facet> issuers() {
    return sql.list(
        "select e.issuer_id, s.name, count(*) as found"
            + Catalogue.LISTED
            + " group by e.issuer_id, s.name order by s.name, e.issuer_id",
        row -> new Facet(row.uuid("issuer_id").toString(), row.text("name"), row.count("found")));
  }

  private List<Facet> skills() {
    return terms("SKILL", SKILLS);
  }

  private List<Facet> terms(String kind, int most) {
    return sql.list(
        "select t.term, count(*) as found"
            + Catalogue.ENTRIES
            + " join catalogue_term t on t.badge_class_id = e.badge_class_id"
            + Catalogue.IN_SIGHT
            + " and t.kind = ? group by t.term order by found desc, t.term fetch first "
            + most
            + " rows only",
        row -> new Facet(row.text("term"), row.text("term"), row.count("found")),
        kind);
  }

  private List<Facet> kinds(String column) {
    return sql.list(
        "select "
            + column
            + " as slug, count(*) as found"
            + Catalogue.LISTED
            + " group by "
            + column
            + " order by "
            + column,
        row -> new Facet(row.text("slug"), row.text("slug"), row.count("found")));
  }
}
