package org.badgebridge.backpack.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.database.Ids;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.BrowserSession;
import org.badgebridge.identity.BrowserSessions;
import org.badgebridge.identity.way.PersonAddresses;
import org.badgebridge.identity.way.WayNotice;
import org.badgebridge.login.Login;
import org.badgebridge.login.Logins;

/**
 * What a login at an institution's provider opens: the backpack that it is linked with, else a new
 * one. It is never matched with anybody by what it says of them.
 */
@ApplicationScoped
public class EnterByLogin {

  private final Logins logins;
  private final BrowserSessions sessions;
  private final PersonAddresses addresses;
  private final Doors doors;
  private final WayNews news;
  private final Sql sql;
  private final Clock clock;

  @Inject
  @SuppressWarnings("TooManyParameters") // a login, whose it is, and who hears of it
  public EnterByLogin(
      Logins logins,
      BrowserSessions sessions,
      PersonAddresses addresses,
      Doors doors,
      WayNews news,
      Sql sql,
      Clock clock) {
    this.logins = logins;
    this.sessions = sessions;
    this.addresses = addresses;
    this.doors = doors;
    this.news = news;
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * An open backpack.
   *
   * @param token for the browser's cookie
   * @param fresh whether it was made just now
   */
  public record Entered(String token, boolean fresh) {}

  /** Opens the backpack of a login. */
  @Transactional
  public Entered enter(Login login) {
    Optional<Logins.Linked> known = logins.find(login);
    known.ifPresent(linked -> logins.used(linked, login));
    UUID person = known.map(Logins.Linked::personId).orElseGet(() -> made(login));
    return new Entered(
        sessions.open(BrowserSession.Kind.PERSON, person, EnterBackpack.SESSION_LASTS),
        known.isEmpty());
  }

  private UUID made(Login login) {
    UUID person = Ids.next();
    sql.update("insert into person (id, created_at) values (?, ?)", person, clock.instant());
    Logins.Linked linked = logins.link(login, person);
    if (!linked.personId().equals(person)) {
      sql.update("delete from person where id = ?", person);
      return linked.personId();
    }
    Actor actor = new Actor(Actor.Kind.LEARNER, person, "login " + linked.id());
    news.record(person, actor, "way.added", "login " + linked.id());
    return person;
  }

  /**
   * Makes a login one more way into an open backpack.
   *
   * @return a door to the other backpack if the login is that one's already
   */
  @Transactional
  public Optional<Doors.Door> link(Login login, UUID personId, Actor actor, Locale language) {
    Set<String> before = addresses.mailboxes(personId);
    boolean known = logins.find(login).isPresent();
    Logins.Linked linked = logins.link(login, personId);
    if (!linked.personId().equals(personId)) {
      return Optional.of(doors.to(linked.personId(), language));
    }
    if (!known) {
      news.record(personId, actor, "way.added", "login " + linked.id());
      news.tell(before, WayNotice.What.ADDED, linked.provider(), language);
    }
    return Optional.empty();
  }
}
