package org.badgebridge.backpack.leaving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.database.Ids;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.way.WayNotice;
import org.badgebridge.identity.way.WayNotices;
import org.badgebridge.institution.Institutions;
import org.badgebridge.jobs.Jobs;

/** Owes one leaver the one message. */
@ApplicationScoped
public class NudgeLeaver {

  private static final Actor JOB = Actor.system("job nudge-leavers");

  private final Leavers leavers;
  private final WayNotices notices;
  private final Institutions institutions;
  private final Jobs jobs;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  @SuppressWarnings("TooManyParameters") // whom, what about, and how
  public NudgeLeaver(
      Leavers leavers,
      WayNotices notices,
      Institutions institutions,
      Jobs jobs,
      AuditTrail audit,
      Clock clock) {
    this.leavers = leavers;
    this.notices = notices;
    this.institutions = institutions;
    this.jobs = jobs;
    this.audit = audit;
    this.clock = clock;
  }

  /** Owes it, unless they were told before. */
  @Transactional
  void nudge(Leavers.Leaver leaver, UUID institutionId) {
    if (!leavers.tell(leaver, institutionId)) {
      return;
    }
    UUID id =
        notices.owe(
            new WayNotice(
                Ids.next(),
                leaver.address(),
                WayNotice.What.LEAVING,
                institutions.get(institutionId).name(leaver.language()),
                "",
                leaver.lmsUserId(),
                leaver.language()));
    jobs.schedule(WayNotices.SENDING, id.toString(), id.toString(), clock.instant());
    audit.record(institutionId, JOB, "leaver.told", "person", leaver.personId(), null);
  }
}
