package org.badgebridge.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.delivery.Outbox;
import org.badgebridge.jobs.Job;

/** Erases a person once the days are over in which it could be called off. */
@ApplicationScoped
class ErasePerson implements Job {

  static final String NAME = "erase-person";

  private final EraseHoldings erasing;
  private final Outbox outbox;

  @Inject
  ErasePerson(EraseHoldings erasing, Outbox outbox) {
    this.erasing = erasing;
    this.outbox = outbox;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Files first: should the rest fail, it comes again, and knows the addresses still. */
  @Override
  public void run(String data) throws IOException {
    UUID id = UUID.fromString(data);
    Set<String> addresses = erasing.addresses(id);
    if (!addresses.isEmpty()) {
      outbox.removeTo(addresses);
    }
    erasing.erase(id);
  }
}
