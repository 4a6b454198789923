package org.badgebridge.institution;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.web.Translated;
import org.jspecify.annotations.Nullable;

/**
 * Who stands behind a badge (the Open Badges 3.0 {@code Profile}): the institution itself, a
 * faculty, a department. Each institution has at least the one that bears its own name.
 */
@Entity
public class Issuer {

  @Id private UUID id;

  @Column(name = "institution_id")
  private UUID institutionId;

  @Column(name = "issuer_group_id")
  private @Nullable UUID groupId;

  private String name;
  private @Nullable Translated names;
  private @Nullable Translated descriptions;
  private @Nullable String url;
  private @Nullable String email;

  @Column(name = "archived_at")
  private @Nullable Instant archivedAt;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private long version;

  protected Issuer() {} // for JPA

  Issuer(UUID institutionId, IssuerSettings settings, Locale language, Instant now) {
    this.id = UUID.randomUUID();
    this.institutionId = institutionId;
    this.createdAt = now;
    this.name = settings.naming().name(language);
    settle(settings, language);
  }

  /** Takes over settings without faults. */
  void settle(IssuerSettings settings, Locale language) {
    name = settings.naming().name(language);
    names = settings.naming().names();
    descriptions = settings.naming().descriptions();
    groupId = settings.groupId();
    url = settings.url();
    email = settings.email();
  }

  /** All that can be set, as it is now. */
  public IssuerSettings settings(Locale language) {
    return new IssuerSettings(new Naming(names(language), descriptions()), groupId, url, email);
  }

  /** Ends its use or brings it back; false if nothing changes. */
  boolean archive(boolean archived, Instant now) {
    boolean changes = archived != isArchived();
    archivedAt = archived ? (archivedAt == null ? now : archivedAt) : null;
    return changes;
  }

  /** Keeps in which language its only name is, before the institution's default becomes another. */
  void keepLanguage(Locale language) {
    names = names(language);
  }

  public UUID id() {
    return id;
  }

  public UUID institutionId() {
    return institutionId;
  }

  /** The issuer group it belongs to, if any. */
  public @Nullable UUID groupId() {
    return groupId;
  }

  /** Unique within the institution. */
  public String name() {
    return name;
  }

  /**
   * In every language that it has one in.
   *
   * @param language the institution's default
   */
  public Translated names(Locale language) {
    return names == null || names.isEmpty() ? Translated.of(language, name) : names;
  }

  /** For a reader, else in the other language. */
  public String name(Locale wanted, Locale other) {
    return names(other).in(wanted, other);
  }

  public Translated descriptions() {
    return descriptions == null ? Translated.NOTHING : descriptions;
  }

  /** The issuer's own web page. */
  public @Nullable String url() {
    return url;
  }

  /** Where questions about a badge go; published. */
  public @Nullable String email() {
    return email;
  }

  /** Whether nothing new is made or awarded under it. */
  public boolean isArchived() {
    return archivedAt != null;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Grows with every change. */
  public long version() {
    return version;
  }
}
