package org.badgebridge.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * Somebody who signs in under {@code /admin}, by e-mail address and password. Operators run this
 * installation; what the others may do is said by their memberships, one institution at a time.
 */
@Entity
@Table(name = "staff_account")
public class StaffAccount {

  @Id private UUID id;
  private String email;
  private String name;

  @Column(name = "password_hash")
  private String passwordHash;

  private String locale;
  private boolean operator;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private long version;

  protected StaffAccount() {} // for JPA

  /**
   * A new account without any rights.
   *
   * @param email as {@link #normalised}
   * @param passwordHash never the password itself
   */
  public StaffAccount(String email, String name, String passwordHash, Locale locale, Instant now) {
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

  /** The account as one who acts: an operator as administrator, everybody else as staff. */
  public Actor actor() {
    return operator
        ? new Actor(Actor.Kind.ADMINISTRATOR, id, "administrator " + id)
        : new Actor(Actor.Kind.STAFF, id, "account " + id);
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

  /** The language of this account's pages. */
  public Locale locale() {
    return Locale.forLanguageTag(locale);
  }

  /** Whether they run this installation, and so may do everything. */
  public boolean isOperator() {
    return operator;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Chooses the language of this account's pages. */
  public void speaks(Locale chosen) {
    locale = chosen.toLanguageTag();
  }

  /** Begins to run this installation. */
  public void becomesOperator() {
    operator = true;
  }

  /** Runs this installation no longer; memberships stay. */
  public void standsDown() {
    operator = false;
  }
}
