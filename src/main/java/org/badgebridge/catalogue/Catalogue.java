package org.badgebridge.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  /** Letters of a beginning from which on few badge classes have it. */
  private static final int TELLING = 3;

  /** Behind every letter. */
  private static final char LAST = '\uFFFF';

  static final String ENTRIES =
      " from catalogue_entry e join institution i on i.id = e.institution_id"
          + " join issuer s on s.id = e.issuer_id"
          + " left join issuer_group g on g.id = s.issuer_group_id";
  static final String IN_SIGHT =
      " where i.listed = true and (g.id is null or g.visibility = 'PUBLIC')";
  static final String LISTED = ENTRIES + IN_SIGHT;

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
   * @param count how many there are on all pages together
   */
  public record Shelf(List<BadgeClass> badgeClasses, @Nullable UUID next, long count) {}

  private record Found(UUID id, long count) {}

  /**
   * Those that are looked for, by name.
   *
   * @param after the key of the page, null for the first; one that is not in the catalogue begins
   *     at the front
   */
  public Shelf find(CatalogueFilter filter, @Nullable UUID after) {
    Query query = new Query(filter);
    String found =
        "select e.badge_class_id, e.sort_name, count(*) over () as found" + LISTED + query.where;
    List<Found> rows =
        last(after)
            .map(name -> page(found, query, name, after))
            .orElseGet(() -> page(found, query, "", null));
    if (rows.isEmpty() && after != null) {
      return new Shelf(List.of(), null, find(filter, null).count());
    }
    List<UUID> shown = rows.stream().limit(PAGE).map(Found::id).toList();
    return new Shelf(
        badgeClasses.inOrder(shown),
        rows.size() > PAGE ? shown.get(PAGE - 1) : null,
        rows.isEmpty() ? 0 : rows.get(0).count());
  }

  private List<Found> page(String found, Query query, String name, @Nullable UUID after) {
    List<@Nullable Object> parameters = new ArrayList<>(query.parameters);
    String beyond = "";
    if (after != null) {
      beyond = " where f.sort_name > ? or (f.sort_name = ? and f.badge_class_id > ?)";
      parameters.addAll(List.of(name, name, after));
    }
    return sql.list(
        "select f.badge_class_id, f.found from ("
            + found
            + ") f"
            + beyond
            + " order by f.sort_name, f.badge_class_id fetch first "
            + (PAGE + 1)
            + " rows only",
        row -> new Found(row.uuid("badge_class_id"), row.count("found")),
        parameters.toArray());
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
        has("SKILL", " = ?", SearchWords.folded(filter.skill().strip()));
      }
      if (!filter.language().isBlank()) {
        has("LANGUAGE", " = ?", filter.language());
      }
      words(SearchWords.of(filter.words(), WORDS));
    }

    /**
     * The longest word finds the candidates, in each of which the others are looked up; a beginning
     * that most badge classes have finds nothing in particular.
     */
    private void words(Set<String> all) {
      List<String> words = new ArrayList<>(all);
      words.sort(Comparator.comparing(String::length).reversed());
      for (int i = 0; i < words.size(); i++) {
        String word = words.get(i);
        if (i == 0 && word.length() >= TELLING) {
          has("WORD", " >= ? and t.term < ?", word, word + LAST);
        } else {
          and(
              " and exists (select 1 from catalogue_term o where o.badge_class_id ="
                  + " e.badge_class_id and o.kind = 'WORD' and o.term >= ? and o.term < ?)",
              word,
              word + LAST);
        }
      }
    }

    private void has(String kind, String condition, Object... terms) {
      and(
          " and e.badge_class_id in (select t.badge_class_id from catalogue_term t"
              + " where t.kind = '"
              + kind
              + "' and t.term"
              + condition
              + ")",
          terms);
    }

    void and(String condition, @Nullable Object... values) {
      where.append(condition);
      parameters.addAll(java.util.Arrays.asList(values));
    }
  }
}
