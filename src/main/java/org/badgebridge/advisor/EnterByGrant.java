package org.badgebridge.advisor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.BrowserSession.Kind;
import org.badgebridge.identity.BrowserSessions;
import org.badgebridge.identity.MailCodes;
import org.badgebridge.jobs.Jobs;

/** How an advisor gets from a link to what it leads to: by a code to the mailbox of the grant. */
@ApplicationScoped
public class EnterByGrant {

  /** How long a visit lasts at most. */
  static final Duration SESSION_LASTS = Duration.ofHours(2);

  private final MailCodes codes;
  private final BrowserSessions sessions;
  private final LookLog log;
  private final Jobs jobs;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public EnterByGrant(
      MailCodes codes,
      BrowserSessions sessions,
      LookLog log,
      Jobs jobs,
      AuditTrail audit,
      Clock clock) {
    this.codes = codes;
    this.sessions = sessions;
    this.log = log;
    this.jobs = jobs;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Owes a code to the mailbox of an open grant, whoever asks.
   *
   * @return what the code is to be typed for; the same to look at if three are underway
   */
  @Transactional
  public UUID ask(Grant grant, Locale language) {
    Optional<UUID> owed = codes.advise(grant.id(), grant.email(), language);
    owed.ifPresent(
        id -> jobs.schedule(MailCodes.SENDING, id.toString(), id.toString(), clock.instant()));
    return owed.orElseGet(UUID::randomUUID);
  }

  /**
   * Uses a code up.
   *
   * @return the token of a session that sees this grant and nothing else; empty if the code is
   *     wrong, used, too old, or for another
   */
  @Transactional
  public Optional<String> enter(Grant grant, UUID asked, String typed) {
    if (!codes.advised(asked, grant.id(), typed)) {
      return Optional.empty();
    }
    log.note(grant.id(), LookLog.What.ENTERED, null);
    audit.record(
        null,
        new Actor(Actor.Kind.ANONYMOUS, null, "advisor-grant " + grant.id()),
        "advisor.entered",
        "advisor-grant",
        grant.id(),
        null);
    return Optional.of(sessions.open(Kind.ADVISOR, grant.id(), SESSION_LASTS));
  }

  /** Ends the session. */
  @Transactional
  public void leave(String token) {
    sessions.close(token);
  }
}
