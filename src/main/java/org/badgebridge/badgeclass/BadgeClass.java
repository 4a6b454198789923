package org.badgebridge.badgeclass;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/**
 * What can be earned: the Open Badges 3.0 {@code Achievement}.
 *
 * <p>It begins as a draft that only staff see. Once published it has a public page, can be awarded,
 * and keeps its name, type and theme, because holders carry them; its wording may still be made
 * clearer. Archived, it is awarded no more, and its page stays for those who hold it.
 */
@Entity
@Table(name = "badge_class")
public class BadgeClass {

  /** Where a badge class is in its life. */
  public enum State {
    /** Being written; no public page, cannot be awarded. */
    DRAFT,
    /** Public and awardable. */
    PUBLISHED,
    /** Awarded no more; its page stays. */
    ARCHIVED
  }

  @Id private UUID id;

  @Column(name = "issuer_id")
  private UUID issuerId;

  @Enumerated(EnumType.STRING)
  private State state;

  private String name;
  private String description;
  private String criteria;

  @Column(name = "badge_type")
  private String type;

  private String theme;

  private String language;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  protected BadgeClass() {} // for JPA

  /**
   * A new draft.
   *
   * @param draft checked: it has no faults
   * @param createdBy kind and id of who made it, e.g. {@code LECTURER 0190…}
   */
  public BadgeClass(UUID id, UUID issuerId, BadgeClassDraft draft, String createdBy, Instant now) {
    this.id = id;
    this.issuerId = issuerId;
    this.state = State.DRAFT;
    this.name = draft.name();
    this.description = draft.description();
    this.criteria = draft.criteria();
    this.type = draft.type();
    this.theme = draft.theme();
    this.language = draft.language();
    this.createdBy = createdBy;
    this.createdAt = now;
    this.updatedAt = now;
  }

  /**
   * Takes over new wording.
   *
   * @param draft checked: it has no faults
   * @throws ProblemException CONFLICT if it is archived, or published and its name, type, theme or
   *     language would change
   */
  void reword(BadgeClassDraft draft, Instant now) {
    if (state == State.ARCHIVED) {
      throw new ProblemException(ProblemType.CONFLICT, "badgeclass.archived");
    }
    boolean same =
        name.equals(draft.name())
            && type.equals(draft.type())
            && theme.equals(draft.theme())
            && language.equals(draft.language());
    if (state == State.PUBLISHED && !same) {
      throw new ProblemException(ProblemType.CONFLICT, "badgeclass.published-fixed");
    }
    name = draft.name();
    description = draft.description();
    criteria = draft.criteria();
    type = draft.type();
    theme = draft.theme();
    language = draft.language();
    updatedAt = now;
  }

  /**
   * Makes it public and awardable; once published, nothing changes.
   *
   * @throws ProblemException CONFLICT if it is archived
   */
  void publish(Instant now) {
    if (state == State.ARCHIVED) {
      throw new ProblemException(ProblemType.CONFLICT, "badgeclass.archived");
    }
    if (state == State.DRAFT) {
      state = State.PUBLISHED;
      updatedAt = now;
    }
  }

  /** Ends its awarding; once archived, nothing changes. */
  void archive(Instant now) {
    if (state != State.ARCHIVED) {
      state = State.ARCHIVED;
      updatedAt = now;
    }
  }

  /** Whether it was ever public: its page and picture are for everybody then. */
  public boolean isPublic() {
    return state != State.DRAFT;
  }

  public UUID id() {
    return id;
  }

  public UUID issuerId() {
    return issuerId;
  }

  public State state() {
    return state;
  }

  public String name() {
    return name;
  }

  public String description() {
    return description;
  }

  /** Markdown; show it through {@link org.badgebridge.web.Markdown} only. */
  public String criteria() {
    return criteria;
  }

  /** Its type, by name in the institution's {@link org.badgebridge.drawing.VisualGrammar}. */
  public String typeSlug() {
    return type;
  }

  /** Its theme, by name in the institution's {@link org.badgebridge.drawing.VisualGrammar}. */
  public String themeSlug() {
    return theme;
  }

  /** The language of its texts. */
  public Locale language() {
    return Locale.forLanguageTag(language);
  }

  public String createdBy() {
    return createdBy;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }
}
