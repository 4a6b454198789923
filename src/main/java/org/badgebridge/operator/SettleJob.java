package org.badgebridge.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.jobs.GivenUpJobs;
import org.badgebridge.jobs.GivenUpJobs.GivenUpJob;
import org.badgebridge.jobs.Jobs;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** A person's answer to a job that was given up: once more, or never. */
@ApplicationScoped
public class SettleJob {

  private final GivenUpJobs givenUp;
  private final Jobs jobs;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public SettleJob(GivenUpJobs givenUp, Jobs jobs, AuditTrail audit, Clock clock) {
    this.givenUp = givenUp;
    this.jobs = jobs;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Settles one job.
   *
   * @param again whether to schedule it once more, with all its attempts, or to drop it
   * @throws ProblemException conflict, if somebody else settled it meanwhile
   */
  @Transactional
  public void settle(UUID id, boolean again, Actor actor) {
    GivenUpJob job = givenUp.find(id).orElseThrow(SettleJob::settled);
    if (!givenUp.remove(id)) {
      throw settled();
    }
    if (again) {
      jobs.schedule(job.name(), job.instance(), job.data(), clock.instant());
    }
    audit.record(
        null,
        actor,
        again ? "job.tried-again" : "job.removed",
        "job",
        job.name() + " " + id,
        job.instance());
  }

  private static ProblemException settled() {
    return new ProblemException(ProblemType.CONFLICT, "operator.jobs.settled");
  }
}
