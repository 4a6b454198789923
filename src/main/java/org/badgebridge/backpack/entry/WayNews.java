package org.badgebridge.backpack.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.way.WayNotice;
import org.badgebridge.identity.way.WayNotices;
import org.badgebridge.jobs.Jobs;

/** Writes down what came or went of a backpack, and owes its owner a message. */
@ApplicationScoped
public class WayNews {

  private final WayNotices notices;
  private final Jobs jobs;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public WayNews(WayNotices notices, Jobs jobs, AuditTrail audit, Clock clock) {
    this.notices = notices;
    this.jobs = jobs;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Keeps it. Needs the caller's transaction.
   *
   * @param action for the audit trail
   * @param way which, by id
   */
  void record(UUID personId, Actor actor, String action, String way) {
    audit.record(null, actor, action, "person", personId, way);
  }

  /** Owes a message to each mailbox. Needs the caller's transaction. */
  public void tell(
      Collection<String> mailboxes, WayNotice.What what, String about, Locale language) {
    notices
        .owe(mailboxes, what, about, language)
        .forEach(
            id -> jobs.schedule(WayNotices.SENDING, id.toString(), id.toString(), clock.instant()));
  }
}
