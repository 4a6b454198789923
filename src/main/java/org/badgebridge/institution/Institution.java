package org.badgebridge.institution;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.institution.InstitutionSettings.Contact;
import org.badgebridge.institution.InstitutionSettings.Identifiers;
import org.badgebridge.institution.InstitutionSettings.Switches;
import org.badgebridge.web.Translated;
import org.jspecify.annotations.Nullable;

/** A tenant: a university, college or company. Everything that is awarded belongs to one. */
@Entity
public class Institution {

  @Id private UUID id;
  private String name;
  private @Nullable Translated names;
  private @Nullable Translated descriptions;

  @Column(name = "default_locale")
  private String defaultLocale;

  private String accent;
  private @Nullable String email;
  private @Nullable String url;

  @Enumerated(EnumType.STRING)
  private InstitutionKind kind;

  private @Nullable String brin;
  private @Nullable String country;

  @Column(name = "schac_home")
  private @Nullable String schacHome;

  @Column(name = "schac_home_other")
  private @Nullable String schacHomeOther;

  @Column(name = "eppn_pattern")
  private @Nullable String eppnPattern;

  @Column(name = "grading_table_url")
  private @Nullable String gradingTableUrl;

  @Column(name = "linkedin_id")
  private @Nullable String linkedinId;

  private boolean formal;
  private boolean informal;

  @Column(name = "micro_credentials")
  private boolean microCredentials;

  private boolean listed;

  @Enumerated(EnumType.STRING)
  private Lecturers lecturers;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private long version;

  protected Institution() {} // for JPA

  /** Takes over settings without faults. */
  void settle(InstitutionSettings settings) {
    name = settings.naming().name(settings.language());
    names = settings.naming().names();
    descriptions = settings.naming().descriptions();
    defaultLocale = settings.language().toLanguageTag();
    accent = settings.accent();
    email = settings.contact().email();
    url = settings.contact().url();
    Identifiers identifiers = settings.identifiers();
    kind = identifiers.kind();
    brin = identifiers.brin();
    country = identifiers.country();
    schacHome = identifiers.schacHome();
    schacHomeOther = identifiers.schacHomeOther();
    eppnPattern = identifiers.eppnPattern();
    gradingTableUrl = identifiers.gradingTableUrl();
    linkedinId = identifiers.linkedinId();
    Switches switches = settings.switches();
    formal = switches.formal();
    informal = switches.informal();
    microCredentials = switches.microCredentials();
    listed = switches.listed();
    lecturers = switches.lecturers();
  }

  /** All that can be set, as it is now. */
  public InstitutionSettings settings() {
    return new InstitutionSettings(
        new Naming(names(), descriptions()),
        defaultLocale(),
        accent,
        new Contact(email, url),
        new Identifiers(
            kind,
            brin,
            country,
            schacHome,
            schacHomeOther,
            eppnPattern,
            gradingTableUrl,
            linkedinId),
        switches());
  }

  public UUID id() {
    return id;
  }

  /** Unique, in the default language. */
  public String name() {
    return name;
  }

  /** In every language that it has one in. */
  public Translated names() {
    return names == null || names.isEmpty() ? Translated.of(defaultLocale(), name) : names;
  }

  /** For a reader. */
  public String name(Locale wanted) {
    return names().in(wanted, defaultLocale());
  }

  public Translated descriptions() {
    return descriptions == null ? Translated.NOTHING : descriptions;
  }

  /** The language of what nobody asked for in another. */
  public Locale defaultLocale() {
    return Locale.forLanguageTag(defaultLocale);
  }

  /** The one accent colour of the institution's pages, as {@code #rrggbb}. */
  public String accent() {
    return accent;
  }

  /** Where questions go; published. */
  public @Nullable String email() {
    return email;
  }

  /** Its own web page. */
  public @Nullable String url() {
    return url;
  }

  /** How others know it. */
  public Identifiers identifiers() {
    return settings().identifiers();
  }

  /** What it does. */
  public Switches switches() {
    return new Switches(formal, informal, microCredentials, listed, lecturers);
  }

  /** What its lecturers may do about badge classes. */
  public Lecturers lecturers() {
    return lecturers;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Grows with every change. */
  public long version() {
    return version;
  }
}
