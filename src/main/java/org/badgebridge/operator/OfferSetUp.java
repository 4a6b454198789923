package org.badgebridge.operator;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.identity.OneTimeCode.Purpose;
import org.badgebridge.identity.OneTimeCodes;
import org.badgebridge.identity.StaffAccounts;

/**
 * While nobody runs this installation, prints at each start a link with which one person can become
 * its first administrator. There is no default password. The code stands behind the {@code #}, so
 * that no server log or {@code Referer} ever holds it.
 */
@ApplicationScoped
public class OfferSetUp {

  static final Duration LASTS = Duration.ofHours(24);

  private static final System.Logger LOG = System.getLogger(OfferSetUp.class.getName());

  private final StaffAccounts accounts;
  private final OneTimeCodes codes;
  private final PublicOrigin origin;

  @Inject
  public OfferSetUp(StaffAccounts accounts, OneTimeCodes codes, PublicOrigin origin) {
    this.accounts = accounts;
    this.codes = codes;
    this.origin = origin;
  }

  /** Only the newest start's link works. */
  @Transactional
  public void offer(@Observes @Priority(30) Startup startup) {
    codes.revoke(Purpose.SETUP);
    if (accounts.noOperator()) {
      String link = origin.at(SetUpPage.ADDRESS + "#" + codes.issue(Purpose.SETUP, null, LASTS));
      LOG.log(
          WARNING,
          "nobody administers Badge Bridge yet; become its first administrator with this link,"
              + " which works once and for 24 hours: "
              + link);
    }
  }
}
