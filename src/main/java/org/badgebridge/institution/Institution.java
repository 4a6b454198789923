package org.badgebridge.institution;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** A tenant: a university, college or company. Everything that is awarded belongs to one. */
@Entity
public class Institution {

  @Id private UUID id;
  private String name;

  @Column(name = "default_locale")
  private String defaultLocale;

  private String accent;

  @Column(name = "created_at")
  private Instant createdAt;

  protected Institution() {} // for JPA

  public UUID id() {
    return id;
  }

  /** Unique, as people read it. */
  public String name() {
    return name;
  }

  /** The language of what nobody asked for in another. */
  public Locale defaultLocale() {
    return Locale.forLanguageTag(defaultLocale);
  }

  /** The one accent colour of the institution's pages, as {@code #rrggbb}. */
  public String accent() {
    return accent;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
