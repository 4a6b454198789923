package org.badgebridge.framework;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.badgebridge.framework.file.Source;
import org.badgebridge.identity.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A framework of an institution. A later file of the same name updates it. While it is archived
 * nothing of it is suggested; badge classes keep what they chose, even when it is deleted.
 */
@Entity
public class Framework {

  @Id private UUID id;

  @Column(name = "institution_id")
  private UUID institutionId;

  private String name;
  private String publisher;
  private String url;
  private String language;

  @Enumerated(EnumType.STRING)
  private Source source;

  @Column(name = "imported_by")
  private @Nullable UUID importedBy;

  @Column(name = "imported_at")
  private Instant importedAt;

  @Column(name = "archived_at")
  private @Nullable Instant archivedAt;

  @Version private long version;

  protected Framework() {} // for JPA

  /** A new one, whose import begins; checked: the draft has no faults. */
  Framework(UUID institutionId, FrameworkDraft draft, Source source, Actor by, Instant now) {
    this.id = UUID.randomUUID();
    this.institutionId = institutionId;
    this.name = draft.name();
    update(draft, source, by, now);
  }

  /** Takes over what a new file says of it, and brings it back if it was archived. */
  final void update(FrameworkDraft draft, Source newSource, Actor by, Instant now) {
    publisher = draft.publisher();
    url = draft.url();
    language = draft.language();
    source = newSource;
    importedBy = by.id();
    importedAt = now;
    archivedAt = null;
  }

  /** Suggests nothing of it any more; of an archived one it changes nothing. */
  void archive(Instant now) {
    if (archivedAt == null) {
      archivedAt = now;
    }
  }

  /** Suggests its items again. */
  void restore() {
    archivedAt = null;
  }

  public UUID id() {
    return id;
  }

  public UUID institutionId() {
    return institutionId;
  }

  public String name() {
    return name;
  }

  public String publisher() {
    return publisher;
  }

  public String url() {
    return url;
  }

  public String language() {
    return language;
  }

  public Source source() {
    return source;
  }

  public @Nullable UUID importedBy() {
    return importedBy;
  }

  public Instant importedAt() {
    return importedAt;
  }

  public boolean isArchived() {
    return archivedAt != null;
  }
}
