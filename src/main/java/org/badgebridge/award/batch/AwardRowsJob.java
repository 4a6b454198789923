package org.badgebridge.award.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.badgebridge.jobs.Job;

/** Awards the rows of a table to its end, some in each transaction. */
@ApplicationScoped
class AwardRowsJob implements Job {

  static final String NAME = "award-batch";

  private final AwardRows rows;

  @Inject
  AwardRowsJob(AwardRows rows) {
    this.rows = rows;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(String data) {
    UUID batch = UUID.fromString(data);
    boolean more = true;
    while (more) {
      more = rows.next(batch);
    }
  }
}
