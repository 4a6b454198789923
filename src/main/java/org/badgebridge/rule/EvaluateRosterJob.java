package org.badgebridge.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.badgebridge.jobs.Job;

/** Runs {@link RosterEvaluation} to its end, one transaction a batch. */
@ApplicationScoped
class EvaluateRosterJob implements Job {

  static final String NAME = "evaluate-roster";

  private final RosterEvaluation evaluation;

  @Inject
  EvaluateRosterJob(RosterEvaluation evaluation) {
    this.evaluation = evaluation;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(String data) {
    UUID attachmentId = UUID.fromString(data);
    boolean more = true;
    while (more) {
      more = evaluation.next(attachmentId);
    }
  }
}
