package org.badgebridge.framework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.badgebridge.web.SearchWords;
import org.jspecify.annotations.Nullable;

/**
 * Finds items by the beginnings of words. Each word is one range of an index; the longest leads,
 * because it is likely to be the rarest, and the search ends when there are enough to choose from.
 */
@ApplicationScoped
public class ItemSearch {

  /** Items that are suggested. */
  public static final int MOST = 12;

  /** Words of a search that count. */
  private static final int WORDS = 6;

  /** Terms to look at in each framework, from which the best are suggested. */
  private static final int CANDIDATES = 120;

  /** Frameworks that are searched at once. */
  private static final int FRAMEWORKS = 20;

  /** Behind every letter. */
  private static final char LAST = '\uFFFF';

  private final Sql sql;

  @Inject
  public ItemSearch(Sql sql) {
    this.sql = sql;
  }

  /** Whether an institution has frameworks to search in. */
  boolean hasAny(UUID institutionId) {
    return !frameworks(institutionId).isEmpty();
  }

  /**
   * The best items of an institution's frameworks that are not archived.
   *
   * @param text beginnings of words; without any, the first items
   */
  public List<Item> find(UUID institutionId, String text) {
    return find(frameworks(institutionId), text);
  }

  /** The best items of one framework, also of an archived one. */
  List<Item> within(UUID frameworkId, String text) {
    return find(List.of(frameworkId), text);
  }

  private List<Item> find(List<UUID> frameworks, String text) {
    List<String> words = new ArrayList<>(SearchWords.of(text, WORDS));
    words.sort(Comparator.comparing(String::length).reversed());
    if (words.isEmpty()) {
      return frameworks.stream().flatMap(each -> first(each).stream()).limit(MOST).toList();
    }
    Set<UUID> candidates = new LinkedHashSet<>();
    frameworks.forEach(each -> candidates.addAll(candidates(each, words)));
    return items(candidates).stream()
        .sorted(
            Comparator.comparing((Item item) -> !startsWith(item, text))
                .thenComparing(item -> item.name().length())
                .thenComparing(Item::name)
                .thenComparing(Item::id))
        .limit(MOST)
        .toList();
  }

  private static boolean startsWith(Item item, String text) {
    return SearchWords.folded(item.name()).startsWith(SearchWords.folded(text.strip()));
  }

  private List<UUID> frameworks(UUID institutionId) {
    return sql.list(
        "select id from framework where institution_id = ? and archived_at is null"
            + " order by name, id fetch first "
            + FRAMEWORKS
            + " rows only",
        row -> row.uuid("id"),
        institutionId);
  }

  private List<UUID> candidates(UUID framework, List<String> words) {
    StringBuilder select =
        new StringBuilder(
            "select t.item_id from framework_term t"
                + " where t.framework_id = ? and t.term >= ? and t.term < ?");
    List<@Nullable Object> parameters = new ArrayList<>();
    parameters.add(framework);
    for (int i = 0; i < words.size(); i++) {
      if (i > 0) {
        select.append(
            " and exists (select 1 from framework_term o where o.item_id = t.item_id"
                + " and o.term >= ? and o.term < ?)");
      }
      parameters.add(words.get(i));
      parameters.add(words.get(i) + LAST);
    }
    select.append(" order by t.framework_id, t.term, t.item_id fetch first ");
    select.append(CANDIDATES).append(" rows only");
    return sql.list(select.toString(), row -> row.uuid("item_id"), parameters.toArray());
  }

  private List<Item> first(UUID framework) {
    return read(
        "i.framework_id = ? and i.withdrawn = false order by i.place fetch first "
            + MOST
            + " rows only",
        framework);
  }

  private List<Item> items(Set<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : read("i.id in (" + Sql.marks(ids.size()) + ") order by i.id", ids.toArray());
  }

  private List<Item> read(String where, @Nullable Object... parameters) {
    return sql.list(
        "select i.id, f.name as framework, i.name, i.url, i.description, i.code, i.human_code,"
            + " i.item_type from framework_item i join framework f on f.id = i.framework_id where "
            + where,
        row ->
            new Item(
                row.uuid("id"),
                row.text("framework"),
                row.text("name"),
                row.text("url"),
                row.text("description"),
                row.text("code"),
                row.text("human_code"),
                row.text("item_type")),
        parameters);
  }
}
