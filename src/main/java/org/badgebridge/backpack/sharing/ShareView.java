package org.badgebridge.backpack.sharing;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.badgebridge.credential.disclosure.Disclosure;
import org.badgebridge.credential.disclosure.ShownColumns;
import org.jspecify.annotations.Nullable;

/**
 * A link by which an owner shows one badge or one collection, public or not, to whom they give it,
 * with what they chose for it. It ends by itself, and can be ended, taken up again and prolonged
 * until then and later. Whose it leads to nobody learns once it has ended.
 */
@Entity
@Table(name = "share_view")
public class ShareView {

  /** Where a link stands. */
  public enum State {
    OPEN,
    EXPIRED,
    ENDED
  }

  @Id private UUID id;

  @Column(name = "credential_id")
  private @Nullable UUID credentialId;

  @Column(name = "collection_id")
  private @Nullable UUID collectionId;

  private String label;

  @SuppressWarnings("UnusedVariable") // queries find it by this
  private String digest;

  @Embedded private ShownColumns shown;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  private long opens;

  @Column(name = "last_opened_at")
  private @Nullable Instant lastOpenedAt;

  @Version private long version;

  protected ShareView() {} // for JPA

  private ShareView(ShareWish wish, String digest, Instant now) {
    this.id = UUID.randomUUID();
    this.label = wish.label();
    this.digest = digest;
    this.shown = new ShownColumns(wish.shown());
    this.createdAt = now;
    this.expiresAt = now.plus(wish.lasts());
  }

  static ShareView toBadge(UUID credentialId, ShareWish wish, String digest, Instant now) {
    ShareView view = new ShareView(wish, digest, now);
    view.credentialId = credentialId;
    return view;
  }

  static ShareView toCollection(UUID collectionId, ShareWish wish, String digest, Instant now) {
    ShareView view = new ShareView(wish, digest, now);
    view.collectionId = collectionId;
    return view;
  }

  /**
   * Ends it.
   *
   * @return false if it was ended already
   */
  boolean end(Instant now) {
    if (endedAt != null) {
      return false;
    }
    endedAt = now;
    return true;
  }

  /**
   * Takes the end back. One whose time is over must be prolonged, too.
   *
   * @return false if it was not ended
   */
  boolean resume() {
    boolean changed = endedAt != null;
    endedAt = null;
    return changed;
  }

  /** Lets it last so long from now on, if that is longer than it has. */
  void prolong(Instant now, Duration lasts) {
    Instant until = now.plus(lasts);
    expiresAt = until.isAfter(expiresAt) ? until : expiresAt;
  }

  /** Where it stands at a moment. */
  public State state(Instant now) {
    if (endedAt != null) {
      return State.ENDED;
    }
    return now.isBefore(expiresAt) ? State.OPEN : State.EXPIRED;
  }

  public UUID id() {
    return id;
  }

  /** The badge that it shows; null if it shows a collection. */
  public @Nullable UUID credentialId() {
    return credentialId;
  }

  /** The collection that it shows; null if it shows a badge. */
  public @Nullable UUID collectionId() {
    return collectionId;
  }

  /** For whom it is, in the owner's words; nobody else reads them. */
  public String label() {
    return label;
  }

  /** How much of a badge it shows. */
  public Disclosure disclosure() {
    return shown.disclosure();
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  /** How often somebody else than the owner opened it. */
  public long opens() {
    return opens;
  }

  /** When that was last; null for never. */
  public @Nullable Instant lastOpenedAt() {
    return lastOpenedAt;
  }
}
