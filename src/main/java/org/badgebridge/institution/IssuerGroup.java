package org.badgebridge.institution;

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
import org.badgebridge.web.Translated;
import org.jspecify.annotations.Nullable;

/**
 * Issuers of an institution that belong together: the departments of a faculty, the partners of a
 * project. It may stand for somebody else, on whose behalf its issuers award.
 */
@Entity
@Table(name = "issuer_group")
public class IssuerGroup {

  @Id private UUID id;

  @Column(name = "institution_id")
  private UUID institutionId;

  private String name;
  private Translated names;
  private @Nullable Translated descriptions;

  @Column(name = "on_behalf_of")
  private @Nullable String onBehalfOf;

  @Column(name = "on_behalf_of_url")
  private @Nullable String onBehalfOfUrl;

  @Column(name = "linkedin_id")
  private @Nullable String linkedinId;

  @Enumerated(EnumType.STRING)
  private Visibility visibility;

  @Column(name = "archived_at")
  private @Nullable Instant archivedAt;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private long version;

  protected IssuerGroup() {} // for JPA

  IssuerGroup(UUID institutionId, GroupSettings settings, Locale language, Instant now) {
    this.id = UUID.randomUUID();
    this.institutionId = institutionId;
    this.createdAt = now;
    this.name = settings.naming().name(language);
    this.names = settings.naming().names();
    this.visibility = settings.visibility();
    settle(settings, language);
  }

  /** Takes over settings without faults. */
  void settle(GroupSettings settings, Locale language) {
    name = settings.naming().name(language);
    names = settings.naming().names();
    descriptions = settings.naming().descriptions();
    onBehalfOf = settings.onBehalfOf();
    onBehalfOfUrl = settings.onBehalfOfUrl();
    linkedinId = settings.linkedinId();
    visibility = settings.visibility();
  }

  /** All that can be set, as it is now. */
  public GroupSettings settings() {
    return new GroupSettings(
        new Naming(names, descriptions()), onBehalfOf, onBehalfOfUrl, linkedinId, visibility);
  }

  /** Ends its use or brings it back; false if nothing changes. */
  boolean archive(boolean archived, Instant now) {
    boolean changes = archived != isArchived();
    archivedAt = archived ? (archivedAt == null ? now : archivedAt) : null;
    return changes;
  }

  public UUID id() {
    return id;
  }

  public UUID institutionId() {
    return institutionId;
  }

  /** Unique within the institution. */
  public String name() {
    return name;
  }

  /** For a reader. */
  public String name(Locale wanted, Locale other) {
    return names.in(wanted, other);
  }

  public Translated descriptions() {
    return descriptions == null ? Translated.NOTHING : descriptions;
  }

  /** The name of whom it stands for, if for somebody else. */
  public @Nullable String onBehalfOf() {
    return onBehalfOf;
  }

  public @Nullable String onBehalfOfUrl() {
    return onBehalfOfUrl;
  }

  public Visibility visibility() {
    return visibility;
  }

  /** Whether nothing new is made in it. */
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
