package org.badgebridge.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.badgebridge.credential.FormerOrigin;
import org.badgebridge.identity.StaffAccounts;
import org.badgebridge.jobs.GivenUpJobs;
import org.badgebridge.platform.PlatformFiles;
import org.badgebridge.platform.PlatformTroubles;

/** Gathers from the rooms what needs a person. */
@ApplicationScoped
public class Desk {

  private static final int JOBS = 100;

  private final PlatformTroubles troubles;
  private final PlatformFiles files;
  private final FailingPolls failing;
  private final GivenUpJobs givenUp;
  private final StaffAccounts accounts;
  private final FormerOrigin formerOrigin;

  @Inject
  public Desk(
      PlatformTroubles troubles,
      PlatformFiles files,
      FailingPolls failing,
      GivenUpJobs givenUp,
      StaffAccounts accounts,
      FormerOrigin formerOrigin) {
    this.troubles = troubles;
    this.files = files;
    this.failing = failing;
    this.givenUp = givenUp;
    this.accounts = accounts;
    this.formerOrigin = formerOrigin;
  }

  /** The parts of the page by name. */
  Map<String, Object> everything() {
    return Map.of(
        "troubles", troubles.list(),
        "files", files.faults(),
        "held", failing.held(),
        "failing", failing.list(),
        "jobs", givenUp.list(JOBS),
        "formerOrigin", formerOrigin.found().orElse(""),
        "administrators", accounts.operators());
  }
}
