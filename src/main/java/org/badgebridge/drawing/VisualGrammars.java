package org.badgebridge.drawing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The visual grammar of every institution: two queries by key, so nothing is kept in between. */
@ApplicationScoped
public class VisualGrammars {

  private final GrammarRows rows;
  private final BuiltIns builtIns;

  @Inject
  VisualGrammars(GrammarRows rows, BuiltIns builtIns) {
    this.rows = rows;
    this.builtIns = builtIns;
  }

  /** By hand, outside a server. */
  public VisualGrammars(EntityManager entityManager, BuiltIns builtIns) {
    this(new GrammarRows(entityManager, builtIns), builtIns);
  }

  /** An institution's; the built-in one for null, and for an institution that is not there. */
  public VisualGrammar of(@Nullable UUID institutionId) {
    if (institutionId == null) {
      return builtIns.grammar();
    }
    Map<String, BadgeType> types = bySlug(builtIns.types(), BadgeType::slug);
    Map<String, Theme> themes = bySlug(builtIns.themes(), Theme::slug);
    List<BadgeType> ownTypes =
        rows.types(institutionId).stream().map(each -> each.type(types.get(each.slug()))).toList();
    List<Theme> ownThemes =
        rows.themes(institutionId).stream()
            .map(each -> each.theme(themes.get(each.slug())))
            .toList();
    return new VisualGrammar(
        institutionId,
        ownTypes.isEmpty() ? builtIns.types() : ownTypes,
        ownThemes.isEmpty() ? builtIns.themes() : ownThemes);
  }

  /**
   * What a badge's type is called, for pages that show nothing else of the grammar. The words of a
   * built-in type are ours whatever an institution changed, so that no query is needed for it.
   */
  public String typeName(UUID institutionId, String slug, Locale reader) {
    return builtIns.types().stream()
        .filter(type -> type.slug().equals(slug))
        .findFirst()
        .orElseGet(() -> of(institutionId).type(slug))
        .name(reader);
  }

  private static <T> Map<String, T> bySlug(List<T> all, Function<T, String> slug) {
    return all.stream().collect(Collectors.toMap(slug, each -> each));
  }
}
