package org.badgebridge.framework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.framework.file.ReadFile;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;

/** Keeps a file that was read, so that it can be looked at before anything of it counts. */
@ApplicationScoped
public class KeepUpload {

  /** Most files of an institution that wait for a decision. */
  static final int WAITING = 10;

  private final Uploads uploads;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public KeepUpload(Uploads uploads, AuditTrail audit, Clock clock) {
    this.uploads = uploads;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Keeps it.
   *
   * @return its id
   * @throws InvalidFields if too many wait already
   */
  @Transactional
  public UUID keep(UUID institutionId, ReadFile file, Actor actor) {
    if (uploads.waiting(institutionId).size() >= WAITING) {
      throw new InvalidFields(
          List.of(FieldFault.of("file", "framework.fault.many-waiting", WAITING)));
    }
    UUID id = UUID.randomUUID();
    uploads.add(id, institutionId, file, actor, clock.instant());
    audit.record(institutionId, actor, "framework-upload.kept", "framework-upload", id, null);
    return id;
  }

  /** Forgets one that waits; of another it changes nothing. */
  @Transactional
  public void discard(UUID institutionId, UUID id, Actor actor) {
    uploads.discard(id);
    audit.record(institutionId, actor, "framework-upload.discarded", "framework-upload", id, null);
  }
}
