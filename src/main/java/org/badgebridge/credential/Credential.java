package org.badgebridge.credential;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.badgebridge.credential.disclosure.Disclosure;
import org.badgebridge.credential.disclosure.ShownColumns;
import org.jspecify.annotations.Nullable;

/**
 * A badge in somebody's backpack: the signed document, kept letter by letter as it was signed.
 *
 * <p>Private until its owner makes it public, and private again when the owner wants. Once revoked
 * it stays revoked, and its owner can still show that it once was.
 */
@Entity
public class Credential {

  @Id private UUID id;

  @Column(name = "award_id")
  private UUID awardId;

  @Column(name = "badge_class_id")
  private UUID badgeClassId;

  @Column(name = "issuer_id")
  private UUID issuerId;

  @Column(name = "person_id")
  private UUID personId;

  @Column(name = "status_list_id")
  private UUID statusListId;

  @Column(name = "status_index")
  private int statusIndex;

  @Column(name = "key_id")
  private UUID keyId;

  private String document;

  @Column(name = "issued_at")
  private Instant issuedAt;

  @Column(name = "public_since")
  private @Nullable Instant publicSince;

  @Embedded private ShownColumns shown;

  private @Nullable String note;

  @Column(name = "archived_at")
  private @Nullable Instant archivedAt;

  @Column(name = "revoked_at")
  private @Nullable Instant revokedAt;

  @Version private long version;

  protected Credential() {} // for JPA

  Credential(OpenBadge badge, UUID awardId, SignDocument.Signed signed) {
    this.id = badge.id();
    this.awardId = awardId;
    this.badgeClassId = badge.achievement().badgeClassId();
    this.issuerId = badge.issuer().id();
    this.personId = badge.earner();
    this.statusListId = badge.status().listId();
    this.statusIndex = badge.status().index();
    this.keyId = signed.keyId();
    this.document = signed.document();
    this.issuedAt = badge.validFrom();
    this.shown = new ShownColumns(Disclosure.USUAL);
  }

  /**
   * Lets everybody see it.
   *
   * @return false if it was public already
   */
  public boolean publish(Instant now) {
    if (publicSince != null) {
      return false;
    }
    publicSince = now;
    return true;
  }

  /**
   * Sets what others see of it while it is public.
   *
   * @return false if that is so already
   */
  public boolean show(Disclosure disclosure) {
    boolean changed = !disclosure.equals(disclosure());
    shown = new ShownColumns(disclosure);
    return changed;
  }

  /**
   * Lets only its owner see it.
   *
   * @return false if it was private already
   */
  public boolean hide() {
    boolean changed = publicSince != null;
    publicSince = null;
    return changed;
  }

  /**
   * Puts it out of its owner's sight, or back; others see what they saw.
   *
   * @return false if it was there already
   */
  public boolean archive(boolean archived, Instant now) {
    boolean changed = archived != isArchived();
    archivedAt = archived ? (archivedAt == null ? now : archivedAt) : null;
    return changed;
  }

  /** Keeps what its owner thinks of it; null for nothing. */
  public void noted(@Nullable String text) {
    note = text;
  }

  /**
   * Takes it back for good.
   *
   * @return false if it was revoked already
   */
  boolean revoke(Instant now) {
    if (revokedAt != null) {
      return false;
    }
    revokedAt = now;
    return true;
  }

  public UUID id() {
    return id;
  }

  public UUID awardId() {
    return awardId;
  }

  public UUID badgeClassId() {
    return badgeClassId;
  }

  public UUID issuerId() {
    return issuerId;
  }

  /** The owner. */
  public UUID personId() {
    return personId;
  }

  StatusEntry status() {
    return new StatusEntry(statusListId, statusIndex);
  }

  /** The key that signed it. */
  UUID keyId() {
    return keyId;
  }

  /** The signed document; must be handed out as it is. */
  public String document() {
    return document;
  }

  public Instant issuedAt() {
    return issuedAt;
  }

  /** Since when everybody can see it; null while it is private. */
  public @Nullable Instant publicSince() {
    return publicSince;
  }

  /** What others see of it while it is public. */
  public Disclosure disclosure() {
    return shown.disclosure();
  }

  /** Whether its owner put it out of sight. */
  public boolean isArchived() {
    return archivedAt != null;
  }

  /** What its owner thinks of it; null for nothing. */
  public @Nullable String note() {
    return note;
  }

  /** When it was revoked; null while it holds. */
  public @Nullable Instant revokedAt() {
    return revokedAt;
  }
}
