package org.badgebridge.framework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.jobs.Jobs;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** Decides that an uploaded file becomes a framework, or updates the one of its name. */
@ApplicationScoped
public class ImportFramework {

  private final Frameworks frameworks;
  private final Uploads uploads;
  private final Jobs jobs;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public ImportFramework(
      Frameworks frameworks, Uploads uploads, Jobs jobs, AuditTrail audit, Clock clock) {
    this.frameworks = frameworks;
    this.uploads = uploads;
    this.jobs = jobs;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Begins the import; a job takes the items over. Of an upload that was decided on it changes
   * nothing.
   *
   * @return the framework's id
   * @throws InvalidFields with every fault of the draft
   * @throws ProblemException NOT_FOUND if it was discarded, CONFLICT while another import into the
   *     same framework runs
   */
  @Transactional
  public UUID start(UUID uploadId, FrameworkDraft draft, Actor actor) {
    Upload upload =
        uploads
            .lock(uploadId)
            .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "framework.no-upload"));
    if (upload.frameworkId() != null) {
      return upload.frameworkId();
    }
    List<FieldFault> faults = draft.faults();
    if (!faults.isEmpty()) {
      throw new InvalidFields(faults);
    }
    Instant now = clock.instant();
    Framework framework = framework(upload, draft, actor, now);
    uploads.start(uploadId, framework.id(), now);
    jobs.schedule(ImportItemsJob.NAME, uploadId.toString(), uploadId.toString(), now);
    audit.record(
        upload.institutionId(),
        actor,
        "framework.imported",
        "framework",
        framework.id(),
        upload.source() + " " + upload.good());
    return framework.id();
  }

  private Framework framework(Upload upload, FrameworkDraft draft, Actor actor, Instant now) {
    Framework framework = frameworks.toUpdate(upload.institutionId(), draft.name()).orElse(null);
    if (framework == null) {
      framework = new Framework(upload.institutionId(), draft, upload.source(), actor, now);
      frameworks.add(framework);
    } else if (uploads.last(framework.id()).filter(Upload::isRunning).isPresent()) {
      throw new ProblemException(ProblemType.CONFLICT, "framework.running");
    } else {
      framework.update(draft, upload.source(), actor, now);
    }
    frameworks.write();
    return framework;
  }
}
