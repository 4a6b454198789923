package org.badgebridge.privacy;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.badgebridge.jobs.RecurringJob;

/** Forgets evidence that institutions keep no longer. */
@ApplicationScoped
class ForgetEvidence implements RecurringJob {

  private static final System.Logger LOG = System.getLogger(ForgetEvidence.class.getName());

  private final OldEvidence evidence;

  @Inject
  ForgetEvidence(OldEvidence evidence) {
    this.evidence = evidence;
  }

  @Override
  public String name() {
    return "forget-evidence";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(6);
  }

  @Override
  public void run() {
    for (OldEvidence.Kept each : evidence.clocks()) {
      try {
        boolean more = true;
        while (more) {
          more = evidence.forget(each);
        }
      } catch (RuntimeException e) {
        LOG.log(ERROR, "evidence is kept too long: institution=" + each.institutionId(), e);
      }
    }
  }
}
