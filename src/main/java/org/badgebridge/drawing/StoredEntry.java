package org.badgebridge.drawing;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.UUID;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.Translated;

/**
 * A type or a theme of an institution that changed its grammar. It never disappears, because badges
 * name it: it is switched off.
 */
@MappedSuperclass
abstract class StoredEntry {

  @Id private UUID id;

  @Column(name = "institution_id")
  private UUID institutionId;

  private String slug;
  private Translated names;
  private Translated meanings;
  private boolean own;
  private boolean active;
  private int place;
  @Version private long version;

  protected StoredEntry() {} // for JPA

  StoredEntry(UUID institutionId, String slug, boolean own, int place) {
    this.id = UUID.randomUUID();
    this.institutionId = institutionId;
    this.slug = slug;
    this.names = Translated.NOTHING;
    this.meanings = Translated.NOTHING;
    this.own = own;
    this.active = true;
    this.place = place;
  }

  /**
   * Refuses a change of what somebody else changed since it was shown.
   *
   * @param seen the version that was shown
   * @throws ProblemException CONFLICT
   */
  void unchangedSince(long seen) {
    if (seen != version) {
      throw new ProblemException(ProblemType.CONFLICT, "drawing.changed-meanwhile");
    }
  }

  /**
   * Takes over the words.
   *
   * @throws ProblemException CONFLICT if it is a built-in one, whose words are in our bundle
   */
  void word(Translated newNames, Translated newMeanings) {
    if (!own) {
      throw new ProblemException(ProblemType.CONFLICT, "drawing.built-in");
    }
    names = newNames;
    meanings = newMeanings;
  }

  /** Offers it for new badges, or no more. */
  void switchTo(boolean on) {
    active = on;
  }

  void moveTo(int newPlace) {
    place = newPlace;
  }

  UUID id() {
    return id;
  }

  UUID institutionId() {
    return institutionId;
  }

  String slug() {
    return slug;
  }

  Translated names() {
    return names;
  }

  Translated meanings() {
    return meanings;
  }

  boolean isOwn() {
    return own;
  }

  boolean isActive() {
    return active;
  }

  int place() {
    return place;
  }

  long version() {
    return version;
  }
}
