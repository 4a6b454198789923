package org.badgebridge.backpack.entry;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.award.Awards;
import org.badgebridge.backpack.collection.CarryCollections;
import org.badgebridge.backpack.collection.Portfolios;
import org.badgebridge.credential.FollowPerson;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.BrowserSessions;
import org.badgebridge.identity.MailCodes;
import org.badgebridge.identity.OneTimeCodes;
import org.badgebridge.identity.PersonJoined;
import org.badgebridge.identity.way.FormerPersons;
import org.badgebridge.identity.way.PersonAddresses;
import org.badgebridge.identity.way.WayNotices;
import org.badgebridge.institution.Institutions;
import org.badgebridge.login.Logins;
import org.badgebridge.testing.Heard;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.PlannedJobs;

/** The ways into backpacks, wired by hand for one transaction. */
final class EntryDesk {

  static final Locale ENGLISH = Locale.ENGLISH;

  final PersonAddresses addresses;
  final MailCodes codes;
  final OneTimeCodes handoff;
  final WaysIn ways;
  final AddAddress adding;
  final RemoveWay removing;
  final ChooseMailbox choosing;
  final JoinBackpacks joining;
  final EnterBackpack entering;
  final EnterByMail byMail;
  final EnterByLogin byLogin;
  final Doors doors;
  final WayNotices notices;
  final Portfolios portfolios;

  EntryDesk(EntityManager em, Clock clock) {
    Sql sql = new Sql(JoinedDataSource.of(em));
    PlannedJobs jobs = new PlannedJobs();
    addresses = new PersonAddresses(sql, clock);
    codes = new MailCodes(sql, clock);
    handoff = new OneTimeCodes(em, clock);
    Logins logins = new Logins(sql, clock);
    doors = new Doors(handoff, new Awards(em, clock), new Institutions(em, sql, clock));
    notices = new WayNotices(sql, clock);
    WayNews news = new WayNews(notices, jobs, new AuditTrail(em, clock), clock);
    CarryCollections carrying = new CarryCollections(sql);
    portfolios = new Portfolios(sql, new FormerPersons(sql));
    Heard<PersonJoined> joined =
        new Heard<PersonJoined>().by(new FollowPerson(sql)::onJoined).by(carrying::onJoined);
    ways = new WaysIn(sql, addresses, logins, clock);
    adding = new AddAddress(codes, addresses, doors, news, jobs, clock);
    removing = new RemoveWay(ways, addresses, logins, news, joined, sql, clock);
    choosing = new ChooseMailbox(addresses, news);
    joining =
        new JoinBackpacks(
            handoff, addresses, news, new JoinParts(carrying, portfolios, joined, sql), sql, clock);
    BrowserSessions sessions = new BrowserSessions(em, clock);
    entering = new EnterBackpack(handoff, sessions, doors);
    byMail = new EnterByMail(codes, doors, jobs, clock);
    byLogin = new EnterByLogin(logins, sessions, addresses, doors, news, sql, clock);
  }

  static Actor owner(UUID person) {
    return new Actor(Actor.Kind.LEARNER, person, "backpack " + person);
  }

  /** Adds an address as its owner does. */
  Optional<AddAddress.Proven> add(UUID person, String address) {
    UUID asked = adding.ask(person, address, ENGLISH);
    return adding.prove(person, asked, codes.make(asked), owner(person), ENGLISH);
  }

  /** Opens backpacks by a code to an address. */
  List<Doors.Door> open(String address) {
    UUID asked = byMail.ask(address, ENGLISH);
    return byMail.redeem(asked, codes.make(asked), ENGLISH);
  }
}
