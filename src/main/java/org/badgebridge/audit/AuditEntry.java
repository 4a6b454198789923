package org.badgebridge.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.jspecify.annotations.Nullable;

/**
 * One deed. Ids only: no names, addresses or secrets. Never changed, never deleted by the product.
 */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {

  @Id private UUID id;
  private Instant at;

  @Column(name = "institution_id")
  private @Nullable UUID institutionId;

  @Column(name = "actor_kind")
  private String actorKind;

  @Column(name = "actor_id")
  private @Nullable String actorId;

  private String authority;
  private String action;

  @Column(name = "subject_kind")
  private String subjectKind;

  @Column(name = "subject_id")
  private @Nullable String subjectId;

  private @Nullable String reason;

  protected AuditEntry() {} // for JPA

  AuditEntry(
      Instant at,
      @Nullable UUID institutionId,
      Actor actor,
      String action,
      String subjectKind,
      @Nullable String subjectId,
      @Nullable String reason) {
    this.id = UUID.randomUUID();
    this.at = at;
    this.institutionId = institutionId;
    this.actorKind = actor.kind().name();
    this.actorId = actor.id() == null ? null : actor.id().toString();
    this.authority = cut(actor.authority(), 200);
    this.action = action;
    this.subjectKind = subjectKind;
    this.subjectId = subjectId;
    this.reason = reason == null ? null : cut(reason, 1000);
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }

  public UUID id() {
    return id;
  }

  public Instant at() {
    return at;
  }

  public String actorKind() {
    return actorKind;
  }

  public @Nullable String actorId() {
    return actorId;
  }

  public String authority() {
    return authority;
  }

  public String action() {
    return action;
  }

  public String subjectKind() {
    return subjectKind;
  }

  public @Nullable String subjectId() {
    return subjectId;
  }

  public @Nullable String reason() {
    return reason;
  }
}
