package org.badgebridge.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** Somebody who runs this installation. Comes in by e-mail address and password. */
@Entity
public class Administrator {

  @Id private UUID id;
  private String email;
  private String name;

  @Column(name = "password_hash")
  private String passwordHash;

  private String locale;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private long version;

  protected Administrator() {} // for JPA

  /**
   * A new administrator.
   *
   * @param email as {@link #normalised}
   * @param passwordHash never the password itself
   */
  public Administrator(String email, String name, String passwordHash, Locale locale, Instant now) {
    this.id = UUID.randomUUID();
    this.email = email;
    this.name = name;
    this.passwordHash = passwordHash;
    this.locale = locale.toLanguageTag();
    this.createdAt = now;
  }

  /** One spelling for an address, however it was typed. */
  public static String normalised(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  public UUID id() {
    return id;
  }

  public String email() {
    return email;
  }

  public String name() {
    return name;
  }

  public String passwordHash() {
    return passwordHash;
  }

  /** The language of this administrator's pages. */
  public Locale locale() {
    return Locale.forLanguageTag(locale);
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Chooses the language of this administrator's pages. */
  public void speaks(Locale chosen) {
    locale = chosen.toLanguageTag();
  }
}
