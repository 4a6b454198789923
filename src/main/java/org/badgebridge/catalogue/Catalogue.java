package org.badgebridge.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.database.Sql;
import org.badgebridge.web.SearchWords;
import org.jspecify.annotations.Nullable;

/**
 * Finds published badge classes; those of unlisted institutions and of test groups are left out.
 */
@ApplicationScoped
public class Catalogue {

  /** Entries of one page. */
  public static final int PAGE = 24;

  /** Choices below a search. */
  private static final int CHOICES = 8;

  /** Words of a search that count. */
  private static final int WORDS = 8;

  private static final String ENTRIES =
      " from catalogue_entry e join institution i on i.id = e.institution_id"
          + " join issuer s on s.id = e.issuer_id"
          + " left join issuer_group g on g.id = s.issuer_group_id";
  private static final String IN_SIGHT =
      " where i.listed = true and (g.id is null or g.visibility = 'PUBLIC')";
  private static final String LISTED = ENTRIES + IN_SIGHT;

  private final Sql sql;
  private final BadgeClasses badgeClasses;

  @Inject
  public Catalogue(Sql sql, BadgeClasses badgeClasses) {
    this.sql = sql;
    this.badgeClasses = badgeClasses;
  }

  /**
   * One page of the catalogue.
   *
   * @param next the key to ask the next page with; null on the last
   */
  public record Shelf(List<BadgeClass> badgeClasses, @Nullable UUID next) {}

  /**
   * A choice of a filter, with how many badge classes it has.
   *
   * @param value what the filter takes
   * @param name for people, where the database knows it; else the value
   */
  public record Facet(String value, String name, long count) {}

  /**
   * Those that are looked for, by name.
   *
   * @param after the key of the page, null for the first; one that is not in the catalogue begins
   *     at the front
   */
  public Shelf find(CatalogueFilter filter, @Nullable UUID after) {
    Query query = new Query(filter);
    last(after)
        .ifPresent(
            name ->
                query.and(
                    " and (e.sort_name > ? or (e.sort_name = ? and e.badge_class_id > ?))",
                    name,
                    name,
                    after));
    List<UUID> ids =
        sql.list(
            "select e.badge_class_id"
                + LISTED
                + query.where
                + " order by e.sort_name, e.badge_class_id fetch first "
                + (PAGE + 1)
                + " rows only",
            row -> row.uuid("badge_class_id"),
            query.parameters.toArray());
    List<UUID> shown = ids.subList(0, Math.min(PAGE, ids.size()));
    return new Shelf(badgeClasses.inOrder(shown), ids.size() > PAGE ? ids.get(PAGE - 1) : null);
  }

  /**
   * Some of an institution's own, listed or not, for who builds on them; of all that are listed if
   * no institution is named.
   *
   * @param words beginnings of words; empty for the first by name
   */
  List<BadgeClass> ofInstitution(@Nullable UUID institution, String words) {
    if (institution == null) {
      List<BadgeClass> found =
          find(new CatalogueFilter(words, null, null, "", "", "", ""), null).badgeClasses();
      return found.subList(0, Math.min(CHOICES, found.size()));
    }
    Query query = new Query(new CatalogueFilter(words, institution, null, "", "", "", ""));
    return badgeClasses.inOrder(
        sql.list(
            "select e.badge_class_id from catalogue_entry e where 1 = 1"
                + query.where
                + " order by e.sort_name, e.badge_class_id fetch first "
                + CHOICES
                + " rows only",
            row -> row.uuid("badge_class_id"),
            query.parameters.toArray()));
  }

  /** How many are looked for. */
  public long count(CatalogueFilter filter) {
    Query query = new Query(filter);
    return sql.first(
            "select count(*) as found" + LISTED + query.where,
            row -> row.count("found"),
            query.parameters.toArray())
        .orElse(0L);
  }

  /** The issuers in the catalogue, by name. */
  public List<Facet> issuers() {
    return sql.list(
        "select e.issuer_id, s.name, count(*) as found"
            + LISTED
            + " group by e.issuer_id, s.name order by s.name, e.issuer_id",
        row -> new Facet(row.uuid("issuer_id").toString(), row.text("name"), row.count("found")));
  }

  /** The skills that most badge classes have, folded. */
  public List<Facet> skills(int most) {
    return terms("SKILL", "found desc, t.term", most);
  }

  /** The languages that badge classes can be read in. */
  public List<Facet> languages() {
    return terms("LANGUAGE", "found desc, t.term", 30);
  }

  private List<Facet> terms(String kind, String order, int most) {
    return sql.list(
        "select t.term, count(*) as found"
            + ENTRIES
            + " join catalogue_term t on t.badge_class_id = e.badge_class_id"
            + IN_SIGHT
            + " and t.kind = ? group by t.term order by "
            + order
            + " fetch first "
            + most
            + " rows only",
        row -> new Facet(row.text("term"), row.text("term"), row.count("found")),
        kind);
  }

  /** The types, or the themes, that badge classes have, by slug. */
  public List<Facet> kinds(boolean types) {
    String column = types ? "e.badge_type" : "e.theme";
    return sql.list(
        "select "
            + column
            + " as slug, count(*) as found"
            + LISTED
            + " group by "
            + column
            + " order by "
            + column,
        row -> new Facet(row.text("slug"), row.text("slug"), row.count("found")));
  }

  private Optional<String> last(@Nullable UUID after) {
    return after == null
        ? Optional.empty()
        : sql.first(
            "select sort_name from catalogue_entry where badge_class_id = ?",
            row -> row.text("sort_name"),
            after);
  }

  private static final class Query {

    private final StringBuilder where = new StringBuilder();
    private final List<@Nullable Object> parameters = new ArrayList<>();

    Query(CatalogueFilter filter) {
      if (filter.institution() != null) {
        and(" and e.institution_id = ?", filter.institution());
      }
      if (filter.issuer() != null) {
        and(" and e.issuer_id = ?", filter.issuer());
      }
      if (!filter.type().isBlank()) {
        and(" and e.badge_type = ?", filter.type());
      }
      if (!filter.theme().isBlank()) {
        and(" and e.theme = ?", filter.theme());
      }
      if (!filter.skill().isBlank()) {
        has("SKILL", "=", SearchWords.folded(filter.skill().strip()));
      }
      if (!filter.language().isBlank()) {
        has("LANGUAGE", "=", filter.language());
      }
      SearchWords.of(filter.words(), WORDS).forEach(word -> has("WORD", "like", word + "%"));
    }

    private void has(String kind, String comparison, String term) {
      and(
          " and e.badge_class_id in (select t.badge_class_id from catalogue_term t"
              + " where t.kind = ? and t.term "
              + comparison
              + " ?)",
          kind,
          term);
    }

    void and(String condition, @Nullable Object... values) {
      where.append(condition);
      parameters.addAll(java.util.Arrays.asList(values));
    }
  }
}
