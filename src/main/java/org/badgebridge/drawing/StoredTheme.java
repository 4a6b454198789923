package org.badgebridge.drawing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A theme. */
@Entity
@Table(name = "badge_theme")
class StoredTheme extends StoredEntry {

  private String colour;
  private String pictogram;

  @Column(name = "artwork_id")
  private @Nullable UUID artworkId;

  protected StoredTheme() {} // for JPA

  /** A built-in theme, written down because the institution changes something. */
  StoredTheme(UUID institutionId, Theme builtIn, int place) {
    super(institutionId, builtIn.slug(), false, place);
    colour = builtIn.colour();
    pictogram = builtIn.pictogram().slug();
  }

  /** A new theme of the institution's own; checked: the draft has no faults. */
  StoredTheme(UUID institutionId, String slug, ThemeDraft draft, int place) {
    super(institutionId, slug, true, place);
    change(draft);
  }

  /** Takes over a draft; checked: it has no faults. */
  final void change(ThemeDraft draft) {
    word(draft.names(), draft.meanings());
    colour = draft.colour();
    pictogram = draft.pictogram();
    artworkId = draft.artwork();
  }

  /**
   * The theme.
   *
   * @param builtIn the built-in one of the same slug, which has the words; null of an own one
   */
  Theme theme(@Nullable Theme builtIn) {
    return builtIn == null
        ? new Theme(
            slug(),
            names(),
            meanings(),
            colour,
            Pictogram.of(pictogram),
            artworkId,
            isOwn(),
            isActive())
        : builtIn.switched(isActive());
  }
}
