package org.badgebridge.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.identity.BrowserSessions;
import org.badgebridge.identity.StaffAccounts;

/** The transactions of {@link OwnSessionPage}. */
@ApplicationScoped
public class OwnSession {

  private final StaffAccounts accounts;
  private final BrowserSessions sessions;

  @Inject
  public OwnSession(StaffAccounts accounts, BrowserSessions sessions) {
    this.accounts = accounts;
    this.sessions = sessions;
  }

  /** Keeps the language of an account's pages. */
  @Transactional
  public void speak(UUID accountId, Locale locale) {
    accounts.find(accountId).ifPresent(found -> found.speaks(locale));
  }

  /** Ends the session everywhere: a copied cookie is worth nothing afterwards. */
  @Transactional
  public void end(String token) {
    sessions.close(token);
  }
}
