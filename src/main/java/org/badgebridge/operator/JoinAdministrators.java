package org.badgebridge.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.BrowserSession;
import org.badgebridge.identity.BrowserSessions;
import org.badgebridge.identity.OneTimeCode.Purpose;
import org.badgebridge.identity.OneTimeCodes;
import org.badgebridge.identity.StaffAccount;
import org.badgebridge.identity.StaffAccounts;

/** Makes an administrator of whoever holds a valid code, and signs them in. */
@ApplicationScoped
public class JoinAdministrators {

  private final OneTimeCodes codes;
  private final StaffAccounts accounts;
  private final BrowserSessions sessions;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public JoinAdministrators(
      OneTimeCodes codes,
      StaffAccounts accounts,
      BrowserSessions sessions,
      AuditTrail audit,
      Clock clock) {
    this.codes = codes;
    this.accounts = accounts;
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Uses the code up.
   *
   * @param form without faults
   * @param passwordHash of the form's password
   * @return the new session's token; or the message key of what stands in the way, by field
   */
  @Transactional
  public Joined join(JoinForm form, String passwordHash, Locale locale) {
    if (accounts.withEmail(form.email()).isPresent()) {
      return Joined.refused("email", "operator.email.taken");
    }
    Optional<String> authority = redeem(form.code());
    if (authority.isEmpty()) {
      return Joined.refused("code", "operator.code.wrong");
    }
    StaffAccount account =
        new StaffAccount(
            StaffAccount.normalised(form.email()),
            form.name(),
            passwordHash,
            locale,
            clock.instant());
    account.becomesOperator();
    accounts.add(account);
    UUID id = account.id();
    audit.record(
        null,
        new Actor(Actor.Kind.ADMINISTRATOR, id, authority.get()),
        "administrator.joined",
        "administrator",
        id,
        null);
    return Joined.in(sessions.open(BrowserSession.Kind.ADMINISTRATOR, id, SignIn.SESSION_LASTS));
  }

  private Optional<String> redeem(String code) {
    if (accounts.noOperator()) {
      return codes.redeem(code, Purpose.SETUP).map(redeemed -> "set-up link");
    }
    return codes
        .redeem(code, Purpose.INVITATION)
        .map(redeemed -> "invitation by administrator " + redeemed.subjectId());
  }
}
