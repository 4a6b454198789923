package org.badgebridge.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Cookie;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.BrowserSession;
import org.badgebridge.identity.BrowserSession.Kind;
import org.badgebridge.identity.BrowserSessions;
import org.badgebridge.identity.StaffAccounts;
import org.jspecify.annotations.Nullable;

/** Turns the cookie of a request into who is signed in. */
@ApplicationScoped
public class SignInGate {

  /** How long somebody counts as having just signed in. */
  public static final Duration JUST = Duration.ofMinutes(15);

  /** The page where the owner of a backpack signs in. */
  static final String SIGN_IN = "/backpack/sign-in";

  private final BrowserSessions sessions;
  private final StaffAccounts accounts;
  private final SignedIn signedIn;
  private final AdminMenu menu;
  private final Clock clock;

  @Inject
  public SignInGate(
      BrowserSessions sessions,
      StaffAccounts accounts,
      SignedIn signedIn,
      AdminMenu menu,
      Clock clock) {
    this.sessions = sessions;
    this.accounts = accounts;
    this.signedIn = signedIn;
    this.menu = menu;
    this.clock = clock;
  }

  /** Lets an account in; false if the request brings no valid session of one. */
  public boolean admitStaff(Map<String, Cookie> cookies) {
    return subject(cookies, Kind.ADMINISTRATOR)
        .flatMap(accounts::find)
        .map(
            account -> {
              Actor actor = account.actor();
              signedIn.as(actor, account.locale(), menu.of(actor));
              return true;
            })
        .orElse(false);
  }

  /** Lets a backpack owner in; false if the request brings no valid session of one. */
  boolean admitPerson(Map<String, Cookie> cookies, @Nullable String languages) {
    Optional<UUID> person = visitor(cookies);
    person.ifPresent(
        id -> {
          Locale locale = Words.choose(languages);
          signedIn.as(new Actor(Actor.Kind.LEARNER, id, "backpack " + id), locale, Set.of());
        });
    return person.isPresent();
  }

  /** Whose backpack is open in this browser; empty if none is. */
  public Optional<UUID> visitor(Map<String, Cookie> cookies) {
    return subject(cookies, Kind.PERSON);
  }

  /** Whether the owner of the open backpack signed in within {@link #JUST}. */
  public boolean justSignedIn(Map<String, Cookie> cookies) {
    return session(cookies, Kind.PERSON)
        .filter(session -> session.createdAt().isAfter(clock.instant().minus(JUST)))
        .isPresent();
  }

  /** What a learner lets the advisor in this browser see, by the grant's id; empty if nothing. */
  public Optional<UUID> advising(Map<String, Cookie> cookies) {
    return subject(cookies, Kind.ADVISOR);
  }

  private Optional<UUID> subject(Map<String, Cookie> cookies, Kind kind) {
    return session(cookies, kind).map(BrowserSession::subjectId);
  }

  private Optional<BrowserSession> session(Map<String, Cookie> cookies, Kind kind) {
    return Optional.ofNullable(SessionCookie.token(cookies, kind))
        .flatMap(sessions::find)
        .filter(session -> session.kind() == kind);
  }
}
