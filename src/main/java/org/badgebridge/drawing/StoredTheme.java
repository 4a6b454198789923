package org.badgebridge.drawing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.badgebridge.web.Translated;
import org.jspecify.annotations.Nullable;

/**
 * A theme of an institution that changed its themes. It never disappears, because badges name it:
 * it is switched off.
 */
@Entity
@Table(name = "badge_theme")
class StoredTheme {

  @Id private UUID id;

  @Column(name = "institution_id")
  private UUID institutionId;

  private String slug;
  private Translated names;
  private Translated meanings;
  private String colour;
  private String pictogram;

  @Column(name = "artwork_id")
  private @Nullable UUID artworkId;

  private boolean own;
  private boolean active;
  private int place;
  @Version private long version;

  protected StoredTheme() {} // for JPA

  /** A theme as it is from now on; of a built-in one the words stay in our bundle. */
  StoredTheme(UUID institutionId, Theme theme, int place) {
    this.id = UUID.randomUUID();
    this.institutionId = institutionId;
    this.slug = theme.slug();
    this.own = theme.own();
    this.place = place;
    this.active = true;
    this.names = theme.own() ? theme.names() : Translated.NOTHING;
    this.meanings = theme.own() ? theme.meanings() : Translated.NOTHING;
    this.colour = theme.colour();
    this.pictogram = theme.pictogram().slug();
    this.artworkId = theme.artwork();
  }

  /**
   * The theme.
   *
   * @param builtIn the built-in one of the same slug, which has the words; null of an own one
   */
  Theme theme(@Nullable Theme builtIn) {
    return builtIn == null
        ? new Theme(slug, names, meanings, colour, Pictogram.of(pictogram), artworkId, own, active)
        : builtIn.switched(active);
  }

  UUID id() {
    return id;
  }

  String slug() {
    return slug;
  }

  int place() {
    return place;
  }

  long version() {
    return version;
  }
}
