package org.badgebridge.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.badgebridge.jobs.Job;

/** Gives the free places of one badge class, until none is free or nobody waits. */
@ApplicationScoped
class GivePlacesJob implements Job {

  static final String NAME = "give-places";

  private final GivePlaces givePlaces;

  @Inject
  GivePlacesJob(GivePlaces givePlaces) {
    this.givePlaces = givePlaces;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(String data) {
    UUID badgeClassId = UUID.fromString(data);
    boolean more = true;
    while (more) {
      more = givePlaces.next(badgeClassId);
    }
  }
}
