package org.badgebridge.award.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.badgebridge.jobs.Job;

/** Takes the awards of a table back to its end, some in each transaction. */
@ApplicationScoped
class UndoRowsJob implements Job {

  static final String NAME = "undo-award-batch";

  private final UndoRows rows;

  @Inject
  UndoRowsJob(UndoRows rows) {
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
