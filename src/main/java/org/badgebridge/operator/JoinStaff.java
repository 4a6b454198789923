package org.badgebridge.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.BrowserSession;
import org.badgebridge.identity.BrowserSessions;
import org.badgebridge.identity.StaffAccount;
import org.badgebridge.identity.StaffAccounts;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.AcceptInvitation;
import org.badgebridge.staff.Place;
import org.badgebridge.staff.StaffInvitation;
import org.badgebridge.staff.StaffInvitations;

/** Makes an account for whoever was invited by an institution, and signs them in. */
@ApplicationScoped
public class JoinStaff {

  private final StaffInvitations invitations;
  private final AcceptInvitation accepting;
  private final StaffAccounts accounts;
  private final BrowserSessions sessions;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public JoinStaff(
      StaffInvitations invitations,
      AcceptInvitation accepting,
      StaffAccounts accounts,
      BrowserSessions sessions,
      AuditTrail audit,
      Clock clock) {
    this.invitations = invitations;
    this.accepting = accepting;
    this.accounts = accounts;
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Who came in, and where to.
   *
   * @param token of the new session
   */
  public record Arrival(Place place, String token) {}

  /**
   * Makes the account with the address of the invitation, and uses the invitation up.
   *
   * @throws ProblemException NOT_FOUND if the code opens nothing, CONFLICT if the address has an
   *     account; and what accepting refuses
   */
  @Transactional
  public Arrival join(String code, String name, String passwordHash, Locale locale) {
    String email =
        invitations
            .withCode(code)
            .filter(each -> each.state(clock.instant()) == StaffInvitation.State.OPEN)
            .map(StaffInvitation::email)
            .orElseThrow(
                () -> new ProblemException(ProblemType.NOT_FOUND, "staff.invitation.closed"));
    if (accounts.withEmail(email).isPresent()) {
      throw new ProblemException(ProblemType.CONFLICT, "operator.email.taken");
    }
    StaffAccount account = new StaffAccount(email, name, passwordHash, locale, clock.instant());
    accounts.add(account);
    UUID id = account.id();
    audit.record(null, account.actor(), "account.made", "staff-account", id, "invitation");
    Place place = accepting.accept(code, id);
    return new Arrival(
        place, sessions.open(BrowserSession.Kind.ADMINISTRATOR, id, SignIn.SESSION_LASTS));
  }
}
