package org.badgebridge.backpack.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.database.Ids;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.PersonJoined;
import org.badgebridge.identity.way.PersonAddress;
import org.badgebridge.identity.way.PersonAddresses;
import org.badgebridge.identity.way.WayNotice;
import org.badgebridge.login.Logins;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/**
 * An owner takes a way in away; never the last. A way comes back as it came: by its own proof. What
 * hangs on a school's account goes with it, into a backpack of its own, so that nothing is lost.
 */
@ApplicationScoped
public class RemoveWay {

  private final WaysIn ways;
  private final PersonAddresses addresses;
  private final Logins logins;
  private final WayNews news;
  private final Event<PersonJoined> joined;
  private final Sql sql;
  private final Clock clock;

  @Inject
  @SuppressWarnings("TooManyParameters") // what is taken away, and who hears of it
  public RemoveWay(
      WaysIn ways,
      PersonAddresses addresses,
      Logins logins,
      WayNews news,
      Event<PersonJoined> joined,
      Sql sql,
      Clock clock) {
    this.ways = ways;
    this.addresses = addresses;
    this.logins = logins;
    this.news = news;
    this.joined = joined;
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Takes an address away.
   *
   * @throws ProblemException NOT_FOUND if it is none of theirs, CONFLICT if it is the last way in
   */
  @Transactional
  public void address(UUID personId, UUID id, Actor actor, Locale language) {
    WaysIn.Ways present = ways.locked(personId);
    PersonAddress address = addresses.of(personId, id).orElseThrow(RemoveWay::missing);
    requireAnother(present, true);
    Set<String> before = addresses.mailboxes(personId);
    addresses.remove(address);
    news.record(personId, actor, "way.removed", "address " + id);
    news.tell(before, WayNotice.What.REMOVED, address.address(), language);
  }

  /**
   * Takes an account at a school away.
   *
   * @throws ProblemException NOT_FOUND if it is none of theirs, CONFLICT if it is the last way in
   */
  @Transactional
  public void school(UUID personId, UUID id, Actor actor, Locale language) {
    WaysIn.Ways present = ways.locked(personId);
    WaysIn.School school = WaysIn.school(present, id);
    requireAnother(present, school.lms() != null);
    Set<String> before = addresses.mailboxes(personId);
    UUID apart = Ids.next();
    sql.update("insert into person (id, created_at) values (?, ?)", apart, clock.instant());
    sql.update("update lms_user set person_id = ? where id = ?", apart, id);
    joined.fire(new PersonJoined(id, apart));
    news.record(personId, actor, "way.removed", "lms-user " + id);
    news.tell(before, WayNotice.What.REMOVED, about(school), language);
  }

  /**
   * Takes a login away.
   *
   * @throws ProblemException NOT_FOUND if it is none of theirs, CONFLICT if it is the last way in
   */
  @Transactional
  public void login(UUID personId, UUID id, Actor actor, Locale language) {
    WaysIn.Ways present = ways.locked(personId);
    Logins.Linked login =
        present.logins().stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow(RemoveWay::missing);
    requireAnother(present, true);
    logins.remove(id);
    news.record(personId, actor, "way.removed", "login " + id);
    news.tell(addresses.mailboxes(personId), WayNotice.What.REMOVED, login.provider(), language);
  }

  private static ProblemException missing() {
    return new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
  }

  private static String about(WaysIn.School school) {
    return school.lms() == null ? school.institution() : school.lms() + ", " + school.institution();
  }

  private static void requireAnother(WaysIn.Ways present, boolean way) {
    if (!present.canLose(way)) {
      throw new ProblemException(ProblemType.CONFLICT, "backpack.ways.last");
    }
  }
}
