package org.badgebridge.backpack.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.badgebridge.database.Ids;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.OneTimeCode;
import org.badgebridge.identity.OneTimeCodes;
import org.badgebridge.identity.way.PersonAddresses;
import org.badgebridge.identity.way.WayNotice;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/**
 * Makes two backpacks one, by proof of both: one is open, and a door to the other was just made.
 * What came over is kept, so that it can go back for a while.
 */
@ApplicationScoped
public class JoinBackpacks {

  private final OneTimeCodes codes;
  private final PersonAddresses addresses;
  private final WayNews news;
  private final JoinParts parts;
  private final Sql sql;
  private final Clock clock;

  @Inject
  @SuppressWarnings("TooManyParameters") // two proofs, and who hears of it
  public JoinBackpacks(
      OneTimeCodes codes,
      PersonAddresses addresses,
      WayNews news,
      JoinParts parts,
      Sql sql,
      Clock clock) {
    this.codes = codes;
    this.addresses = addresses;
    this.news = news;
    this.parts = parts;
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Brings the backpack behind a door into an open one. Joined with itself nothing changes.
   *
   * @param code of the door
   * @throws ProblemException SIGN_IN_REQUIRED if the code is worth nothing
   */
  @Transactional
  public void join(UUID into, String code, Actor actor, Locale language) {
    UUID from =
        codes
            .redeem(code, OneTimeCode.Purpose.HANDOFF)
            .map(OneTimeCode::subjectId)
            .orElseThrow(
                () ->
                    new ProblemException(ProblemType.SIGN_IN_REQUIRED, "backpack.ways.proof-over"));
    if (from.equals(into)) {
      return;
    }
    lock(from, into);
    Set<String> mailboxes = new TreeSet<>(addresses.mailboxes(from));
    mailboxes.addAll(addresses.mailboxes(into));
    UUID id = Ids.next();
    sql.update(
        "insert into person_join (id, from_id, into_id, joined_at) values (?, ?, ?, ?)",
        id,
        from,
        into,
        clock.instant());
    keepOneForMail(from, into);
    forgetLooks(from, into);
    parts.bring(id, from, into);
    takeConsents(from, into);
    close(from);
    news.record(into, actor, "person.joined", "join " + id + ", person " + from);
    news.tell(mailboxes, WayNotice.What.JOINED, "", language);
  }

  /**
   * Lets a backpack that came in go out again, with what it brought as far as that is still here.
   *
   * @throws ProblemException NOT_FOUND if it did not come in here, or too long ago
   */
  @Transactional
  public void part(UUID into, UUID joinId, Actor actor, Locale language) {
    UUID from =
        sql.first(
                "select from_id from person_join where id = ? and into_id = ?"
                    + " and undone_at is null and joined_at > ?",
                row -> row.uuid("from_id"),
                joinId,
                into,
                clock.instant().minus(WaysIn.UNDO))
            .orElseThrow(
                () -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
    lock(from, into);
    int undone =
        sql.update(
            "update person_join set undone_at = ? where id = ? and undone_at is null",
            clock.instant(),
            joinId);
    if (undone == 0) {
      return;
    }
    Set<String> mailboxes = addresses.mailboxes(into);
    parts.giveBack(joinId, into, from);
    news.record(into, actor, "person.parted", "join " + joinId + ", person " + from);
    news.tell(mailboxes, WayNotice.What.PARTED, "", language);
  }

  /** In one order, so that two joinings never wait in a ring. */
  private void lock(UUID one, UUID other) {
    sql.list(
        "select id from person where id in (?, ?) order by id for update",
        row -> row.uuid("id"),
        one,
        other);
  }

  private void keepOneForMail(UUID from, UUID into) {
    if (addresses.of(into).stream().anyMatch(each -> each.forMail())) {
      addresses.useNoneForMail(from);
    }
  }

  private void forgetLooks(UUID from, UUID into) {
    sql.update(
        "delete from imported_badge where person_id in (?, ?) and kept_at is null", from, into);
  }

  private void takeConsents(UUID from, UUID into) {
    sql.update(
        "insert into terms_consent (person_id, terms_id, accepted_at)"
            + " select ?, c.terms_id, c.accepted_at from terms_consent c where c.person_id = ?"
            + " and not exists (select 1 from terms_consent o where o.person_id = ?"
            + " and o.terms_id = c.terms_id)",
        into,
        from,
        into);
  }

  /**
   * Who looks into the other backpack comes in anew, and then into this one. Hosts that could read
   * it were allowed that alone, and not what it joins.
   */
  private void close(UUID personId) {
    sql.update("delete from host_connection where person_id = ?", personId);
    sql.update("delete from browser_session where kind = 'PERSON' and subject_id = ?", personId);
    sql.update("delete from one_time_code where purpose = 'HANDOFF' and subject_id = ?", personId);
  }
}
