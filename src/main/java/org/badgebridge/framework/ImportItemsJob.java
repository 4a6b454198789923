package org.badgebridge.framework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.badgebridge.jobs.Job;

/** Runs {@link ItemImport} to its end, one transaction a batch. */
@ApplicationScoped
class ImportItemsJob implements Job {

  static final String NAME = "import-framework";

  private final ItemImport items;

  @Inject
  ImportItemsJob(ItemImport items) {
    this.items = items;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(String data) {
    UUID uploadId = UUID.fromString(data);
    boolean more = true;
    while (more) {
      more = items.next(uploadId);
    }
  }
}
