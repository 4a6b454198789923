package org.badgebridge.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.identity.Administrators;
import org.badgebridge.identity.BrowserSessions;

/** The transactions of {@link OwnSessionPage}. */
@ApplicationScoped
public class OwnSession {

  private final Administrators administrators;
  private final BrowserSessions sessions;

  @Inject
  public OwnSession(Administrators administrators, BrowserSessions sessions) {
    this.administrators = administrators;
    this.sessions = sessions;
  }

  /** Keeps the language of an administrator's pages. */
  @Transactional
  public void speak(UUID administratorId, Locale locale) {
    administrators.find(administratorId).ifPresent(found -> found.speaks(locale));
  }

  /** Ends the session everywhere: a copied cookie is worth nothing afterwards. */
  @Transactional
  public void end(String token) {
    sessions.close(token);
  }
}
