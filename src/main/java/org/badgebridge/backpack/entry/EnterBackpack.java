package org.badgebridge.backpack.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
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
  private final Doors doors;

  @Inject
  public EnterBackpack(OneTimeCodes codes, BrowserSessions sessions, Doors doors) {
    this.codes = codes;
    this.sessions = sessions;
    this.doors = doors;
  }

  /** Uses the code up and opens a session; nothing if the code is worth nothing. */
  @Transactional
  public Optional<String> enter(String code) {
    return codes
        .redeem(code, OneTimeCode.Purpose.HANDOFF)
        .map(OneTimeCode::subjectId)
        .map(person -> sessions.open(BrowserSession.Kind.PERSON, person, SESSION_LASTS));
  }

  /**
   * Turns a code to another backpack than the open one into a door, so that its owner can choose
   * whether to join the two.
   *
   * @param open whose backpack is open
   * @return empty, and the code still unused, if it opens the same, or is worth nothing
   */
  @Transactional
  public Optional<Doors.Door> other(String code, UUID open, Locale locale) {
    return codes
        .find(code, OneTimeCode.Purpose.HANDOFF)
        .map(OneTimeCode::subjectId)
        .filter(person -> !person.equals(open))
        .flatMap(person -> codes.redeem(code, OneTimeCode.Purpose.HANDOFF))
        .map(OneTimeCode::subjectId)
        .map(person -> doors.to(person, locale));
  }

  /** Ends the session. */
  @Transactional
  public void leave(String token) {
    sessions.close(token);
  }
}
