package org.badgebridge.pathway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.badgebridge.jobs.Job;
import org.jspecify.annotations.Nullable;

/** Judges everybody who holds a badge on a path, one transaction a batch. */
@ApplicationScoped
class EvaluatePathwayJob implements Job {

  static final String NAME = "evaluate-pathway";

  private final JudgeWalkers judge;

  @Inject
  EvaluatePathwayJob(JudgeWalkers judge) {
    this.judge = judge;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(String data) {
    UUID pathway = UUID.fromString(data);
    @Nullable UUID last = judge.next(pathway, null);
    while (last != null) {
      last = judge.next(pathway, last);
    }
  }
}
