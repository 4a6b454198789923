package org.badgebridge.drawing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.drawing.artwork.Artworks;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Makes or changes a theme of an institution's own. */
@ApplicationScoped
public class SaveTheme {

  private final GrammarRows rows;
  private final Artworks artworks;
  private final AuditTrail audit;

  @Inject
  public SaveTheme(GrammarRows rows, Artworks artworks, AuditTrail audit) {
    this.rows = rows;
    this.artworks = artworks;
    this.audit = audit;
  }

  /**
   * Takes over a draft.
   *
   * @param slug of the theme to change, or null for a new one
   * @param seen the version that was changed; of a new one anything
   * @return its slug
   * @throws InvalidFields with every fault
   * @throws ProblemException NOT_FOUND, or CONFLICT if somebody changed it meanwhile
   */
  @Transactional
  public String save(
      UUID institutionId, @Nullable String slug, ThemeDraft draft, long seen, Actor actor) {
    List<FieldFault> faults = draft.faults();
    if (!faults.isEmpty()) {
      throw new InvalidFields(faults);
    }
    UUID artwork = draft.artwork();
    if (artwork != null && !artworks.belongs(artwork, institutionId)) {
      throw new ProblemException(ProblemType.NOT_FOUND, "drawing.no-artwork");
    }
    List<StoredTheme> all = rows.themesToChange(institutionId);
    StoredTheme theme = slug == null ? added(institutionId, draft, all) : find(all, slug);
    if (slug != null) {
      theme.unchangedSince(seen);
      theme.change(draft);
    }
    rows.write();
    String deed = slug == null ? "badge-theme.created" : "badge-theme.edited";
    audit.record(institutionId, actor, deed, "badge-theme", theme.id(), null);
    return theme.slug();
  }

  private static StoredTheme find(List<StoredTheme> all, String slug) {
    return all.stream()
        .filter(each -> each.slug().equals(slug))
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "drawing.none"));
  }

  private StoredTheme added(UUID institutionId, ThemeDraft draft, List<StoredTheme> all) {
    String slug =
        EntryWords.slug(
            draft.names(), "theme", taken -> all.stream().anyMatch(e -> e.slug().equals(taken)));
    int last = all.get(all.size() - 1).place();
    StoredTheme theme = new StoredTheme(institutionId, slug, draft, last + 1);
    rows.add(theme);
    return theme;
  }
}
