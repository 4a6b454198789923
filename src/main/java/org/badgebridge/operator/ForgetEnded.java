package org.badgebridge.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import org.badgebridge.identity.BrowserSessions;
import org.badgebridge.identity.MailCodes;
import org.badgebridge.identity.OneTimeCodes;
import org.badgebridge.jobs.RecurringJob;
import org.badgebridge.login.LoginLedger;

/** Clears sessions and codes that are over, and tries at passwords that are a day old. */
@ApplicationScoped
public class ForgetEnded implements RecurringJob {

  private static final Duration TRIES_COUNT = Duration.ofDays(1);

  private final BrowserSessions sessions;
  private final OneTimeCodes codes;
  private final MailCodes mailCodes;
  private final LoginLedger logins;
  private final SignInLedger ledger;
  private final Clock clock;

  @Inject
  public ForgetEnded(
      BrowserSessions sessions,
      OneTimeCodes codes,
      MailCodes mailCodes,
      LoginLedger logins,
      SignInLedger ledger,
      Clock clock) {
    this.sessions = sessions;
    this.codes = codes;
    this.mailCodes = mailCodes;
    this.logins = logins;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "forget-ended-sessions";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  @Transactional
  public void run() {
    sessions.removeEnded();
    codes.removeEnded();
    mailCodes.removeEnded();
    logins.removeEnded();
    ledger.forget(clock.instant().minus(TRIES_COUNT));
  }
}
