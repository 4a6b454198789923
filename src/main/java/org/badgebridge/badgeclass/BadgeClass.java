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
import org.badgebridge.badgeclass.content.BadgeContent;
import org.badgebridge.badgeclass.content.ContentJson;
import org.badgebridge.badgeclass.content.Wording;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * What can be earned: the Open Badges 3.0 {@code Achievement}.
 *
 * <p>It begins as a draft that only staff see. Once published it has a public page and can be
 * awarded. Once awarded, what its credentials state changes only with a next version: whoever holds
 * an earlier one keeps that. Archived, it is awarded no more, and its page stays.
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

  /** Whose lecturers may award a badge class. */
  public enum OpenTo {
    /** Its own institution's. */
    INSTITUTION,
    /** Those of its institution's partners, too. */
    PARTNERS
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

  private @Nullable String content;

  @Enumerated(EnumType.STRING)
  @Column(name = "open_to")
  private OpenTo openTo;

  private int number;

  @Column(name = "published_at")
  private @Nullable Instant publishedAt;

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
   * @param content checked: it has no faults
   * @param createdBy kind and id of who made it, e.g. {@code LECTURER 0190…}
   */
  public BadgeClass(UUID id, UUID issuerId, BadgeContent content, String createdBy, Instant now) {
    this.id = id;
    this.issuerId = issuerId;
    this.state = State.DRAFT;
    this.number = 1;
    this.createdBy = createdBy;
    this.createdAt = now;
    take(content, now);
  }

  /**
   * Whether taking over a content over makes a next version.
   *
   * @param awarded whether this version was awarded
   */
  boolean isNextVersion(BadgeContent next, boolean awarded) {
    return awarded && !content().stated().equals(next.stated());
  }

  /**
   * Takes over a content.
   *
   * @param next checked: it has no faults
   * @param awarded whether this version was awarded
   * @throws ProblemException CONFLICT if it is archived
   */
  void edit(BadgeContent next, boolean awarded, Instant now) {
    refuseArchived();
    if (isNextVersion(next, awarded)) {
      number++;
    }
    take(next, now);
  }

  /**
   * Gives a draft to another issuer of its institution.
   *
   * @throws ProblemException CONFLICT unless it is a draft: holders know by whom it is
   */
  void moveTo(UUID otherIssuer, Instant now) {
    if (!issuerId.equals(otherIssuer)) {
      if (state != State.DRAFT) {
        throw new ProblemException(ProblemType.CONFLICT, "badgeclass.issuer-fixed");
      }
      issuerId = otherIssuer;
      updatedAt = now;
    }
  }

  private void take(BadgeContent next, Instant now) {
    name = next.name();
    description = next.wording().description();
    criteria = next.wording().criteria();
    type = next.type();
    theme = next.theme();
    language = next.language();
    content = ContentJson.write(next);
    openTo = next.awarding().partners() ? OpenTo.PARTNERS : OpenTo.INSTITUTION;
    updatedAt = now;
  }

  /**
   * Makes it public and awardable; once published, nothing changes.
   *
   * @throws ProblemException CONFLICT if it is archived
   */
  void publish(Instant now) {
    refuseArchived();
    if (state == State.DRAFT) {
      state = State.PUBLISHED;
      publishedAt = now;
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

  /** Takes it out of the archive: published if it ever was, else a draft. */
  void restore(Instant now) {
    if (state == State.ARCHIVED) {
      state = publishedAt == null ? State.DRAFT : State.PUBLISHED;
      updatedAt = now;
    }
  }

  /**
   * Does nothing, unless it is archived.
   *
   * @throws ProblemException CONFLICT if it is
   */
  void refuseArchived() {
    if (state == State.ARCHIVED) {
      throw new ProblemException(ProblemType.CONFLICT, "badgeclass.archived");
    }
  }

  /** Whether it was ever public: its page and picture are for everybody then. */
  public boolean isPublic() {
    return publishedAt != null;
  }

  /** Everything that is written about it now. */
  public BadgeContent content() {
    return content == null
        ? BadgeContent.of(new Wording(name, description, criteria), language, type, theme)
        : ContentJson.read(content);
  }

  /** Of which version the content is; from 1. */
  public int number() {
    return number;
  }

  /** The version that is awarded now. */
  public BadgeVersion version() {
    return new BadgeVersion(id, issuerId, number, content());
  }

  /** How often it was changed: two people who edit the same state are told apart by it. */
  public long revision() {
    return version;
  }

  /** When it was published first; null for a draft. */
  public @Nullable Instant publishedAt() {
    return publishedAt;
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

  /** Whose lecturers may award it. */
  public OpenTo openTo() {
    return openTo;
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
