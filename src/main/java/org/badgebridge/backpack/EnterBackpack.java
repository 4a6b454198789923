package org.badgebridge.backpack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import org.badgebridge.identity.BrowserSession;
import org.badgebridge.identity.BrowserSessions;
import org.badgebridge.identity.OneTimeCode;
import org.badgebridge.identity.OneTimeCodes;

/** The step from the LMS frame, where no cookie lives, to a session of the browser's own. */
@ApplicationScoped
public class EnterBackpack {

  /** How long a visit lasts at most. */
  static final Duration SESSION_LASTS = Duration.ofHours(8);

  private final OneTimeCodes codes;
  private final BrowserSessions sessions;

  @Inject
  public EnterBackpack(OneTimeCodes codes, BrowserSessions sessions) {
    this.codes = codes;
    this.sessions = sessions;
  }

  /** Uses the code up and opens a session; nothing if the code is worth nothing. */
  @Transactional
  public Optional<String> enter(String code) {
    return codes
        .redeem(code, OneTimeCode.Purpose.HANDOFF)
        .map(OneTimeCode::subjectId)
        .map(person -> sessions.open(BrowserSession.Kind.PERSON, person, SESSION_LASTS));
  }

  /** Ends the session. */
  @Transactional
  public void leave(String token) {
    sessions.close(token);
  }
}
