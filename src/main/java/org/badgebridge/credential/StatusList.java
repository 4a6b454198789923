package org.badgebridge.credential;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/**
 * The revocations of many credentials in one string of bits (W3C Bitstring Status List 1.0): so
 * long that nobody who reads it learns whose status is asked. A bit once set stays set.
 */
@Entity
@Table(name = "status_list")
class StatusList {

  /** The shortest length the specification allows (§4.3), which is 16 KiB. */
  static final int ENTRIES = 131_072;

  @Id private UUID id;

  @Column(name = "issuer_id")
  private UUID issuerId;

  private int number;
  private byte[] bits;
  private int entries;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Version private long version;

  protected StatusList() {} // for JPA

  StatusList(UUID issuerId, int number, Instant now) {
    this.id = UUID.randomUUID();
    this.issuerId = issuerId;
    this.number = number;
    this.entries = ENTRIES;
    this.bits = new byte[ENTRIES / 8];
    this.changedAt = now;
  }

  /** Sets a bit; index 0 is the leftmost bit of the first byte (§3.2). */
  void revoke(int index, Instant now) {
    byte[] changed = bits.clone(); // a new array, so that the change is seen and written
    changed[index / 8] |= (byte) (0x80 >>> (index % 8));
    bits = changed;
    changedAt = now;
  }

  boolean revoked(int index) {
    return (bits[index / 8] & (0x80 >>> (index % 8))) != 0;
  }

  /** Multibase base64url of the gzipped bits (§3.3). */
  String encoded() {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
  }

  UUID id() {
    return id;
  }

  UUID issuerId() {
    return issuerId;
  }

  int number() {
    return number;
  }

  int entries() {
    return entries;
  }

  Instant changedAt() {
    return changedAt;
  }

  long version() {
    return version;
  }
}
