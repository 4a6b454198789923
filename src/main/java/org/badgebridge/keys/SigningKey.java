package org.badgebridge.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One signing key of the tool or of an issuer. Made, published, signing from a moment on, followed
 * by a successor, and never deleted: its {@code kid} is never used again, and what an issuer's key
 * signed stays verifiable for ever.
 */
@Entity
@Table(name = "signing_key")
@SuppressWarnings("UnusedVariable") // some columns are read by queries only
class SigningKey {

  /** Whose key it is. */
  enum Purpose {
    TOOL,
    ISSUER
  }

  /** How it signs. An issuer has one key for each. */
  enum Algorithm {
    /** JSON Web Signatures: messages to platforms, badges as JSON Web Tokens. */
    RS256("RS256"),

    /** Data Integrity proofs. */
    ED25519("Ed25519");

    private final String stored;

    Algorithm(String stored) {
      this.stored = stored;
    }

    String stored() {
      return stored;
    }
  }

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private Purpose purpose;

  @Column(name = "owner_id")
  private @Nullable UUID ownerId;

  private String kid;
  private String algorithm;

  @Column(name = "public_key")
  private String publicKey;

  @Column(name = "sealed_private_key")
  private byte[] sealedPrivateKey;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "signs_from")
  private Instant signsFrom;

  @Column(name = "signs_until")
  private @Nullable Instant signsUntil;

  protected SigningKey() {} // for JPA

  /**
   * A key that signs from now on.
   *
   * @param ownerId the issuer whose it is; null for the tool
   * @param publicKey the public half as it is published
   * @param secret the private half; kept sealed for this very key, so that rows cannot be swapped
   */
  SigningKey(
      Purpose purpose,
      Algorithm algorithm,
      @Nullable UUID ownerId,
      String kid,
      String publicKey,
      byte[] secret,
      Sealer sealer,
      Instant now) {
    this.id = UUID.randomUUID();
    this.purpose = purpose;
    this.ownerId = ownerId;
    this.kid = kid;
    this.algorithm = algorithm.stored;
    this.publicKey = publicKey;
    this.sealedPrivateKey = sealer.seal(secret, sealFor(kid));
    this.createdAt = now;
    this.signsFrom = now;
  }

  /** The private half. */
  byte[] open(Sealer sealer) {
    return sealer.open(sealedPrivateKey, sealFor(kid));
  }

  private static String sealFor(String kid) {
    return "signing-key " + kid;
  }

  /** Signs only from then on, so that everybody has read it before it is used. */
  SigningKey signingFrom(Instant moment) {
    this.signsFrom = moment;
    return this;
  }

  /**
   * Ends when its successor begins.
   *
   * @throws IllegalStateException if it has a successor already
   */
  void succeededAt(Instant moment) {
    if (signsUntil != null) {
      throw new IllegalStateException("signing key " + id + " already ends " + signsUntil);
    }
    signsUntil = moment;
  }

  boolean succeeded() {
    return signsUntil != null;
  }

  boolean signsAt(Instant now) {
    return !now.isBefore(signsFrom) && (signsUntil == null || now.isBefore(signsUntil));
  }

  /** Whether it signs, will sign, or signed until less than the given time ago. */
  boolean publishedAt(Instant now, Duration keep) {
    return signsUntil == null || now.isBefore(signsUntil.plus(keep));
  }

  UUID id() {
    return id;
  }

  String kid() {
    return kid;
  }

  String publicKey() {
    return publicKey;
  }

  @Nullable Instant signsUntil() {
    return signsUntil;
  }

  Instant signsFrom() {
    return signsFrom;
  }
}
