package org.badgebridge.delivery;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.award.AwardDesk;
import org.badgebridge.award.AwardsOffered;
import org.badgebridge.award.ClaimLinks;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.database.Sql;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.identity.LmsUsers;
import org.badgebridge.identity.way.PersonAddresses;
import org.badgebridge.institution.Institutions;
import org.badgebridge.jobs.Jobs;
import org.badgebridge.keys.Sealer;
import org.badgebridge.keys.SecretsKey;
import org.badgebridge.staff.StaffDesk;
import org.badgebridge.testing.Heard;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.People;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;

/** The use cases of mail, wired by hand for one transaction. */
final class DeliveryDesk {

  static final PublicOrigin ORIGIN = new PublicOrigin("https://badges.example.org");
  private static final Sealer SEALER =
      new Sealer(
          new SecretsKey(ORIGIN, Optional.of("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=")));
  static final StopLink STOP = new StopLink(SEALER, ORIGIN);
  static final ClaimLinks CLAIMS = new ClaimLinks(SEALER, ORIGIN);
  private static final Words WORDS = new Words();
  private static final Views VIEWS = new Views();

  final Heard<AwardsOffered> offered = new Heard<>();
  final AwardDesk award;
  final NoteOffers noteOffers;
  final NoteDecisions noteDecisions;
  final NoteSupplements noteSupplements;
  final TellLearner tell;
  final Sending sending;
  final Mails mails;
  final MailStops stops;
  final Undeliverable undeliverable;
  final MailTexts texts;
  final RemindLearner remind;
  final ChangeMailText changeText;
  final TryAgain tryAgain;
  final Unreached unreached;
  final TakeReport takeReport;

  DeliveryDesk(EntityManager em, Clock clock, Jobs jobs, MailSettings settings) {
    Sql sql = new Sql(JoinedDataSource.of(em));
    award = new AwardDesk(em, offered, clock);
    Notices notices = new Notices(sql, clock);
    noteOffers = new NoteOffers(award.awards, award.settings, notices, clock);
    OpenOffers offers = new OpenOffers(sql, clock);
    mails = new Mails(sql, jobs, settings, clock);
    stops = new MailStops(sql, clock);
    undeliverable = new Undeliverable(sql, clock);
    PersonAddresses addresses = new PersonAddresses(sql, clock);
    Standing standing = new Standing(stops, undeliverable, addresses);
    LmsUsers users = People.users(sql, clock);
    Institutions institutions = new Institutions(em, sql, clock);
    Orders orders = new Orders(institutions);
    texts = new MailTexts(sql, WORDS);
    Decisions decisions = new Decisions(sql);
    JoinedDocuments documents = new JoinedDocuments(sql);
    noteSupplements = new NoteSupplements(documents, notices, award.settings, clock);
    noteDecisions = new NoteDecisions(decisions, notices, award.settings, clock);
    tell =
        new TellLearner(
            notices,
            offers,
            decisions,
            documents,
            mails,
            users,
            orders,
            standing,
            award.settings,
            clock);
    ComposeLetter compose = new ComposeLetter(texts, STOP, VIEWS, WORDS);
    Contents contents =
        new Contents(
            offers, decisions, documents, new BadgeClasses(em), new LetterLinks(CLAIMS, ORIGIN));
    AuditTrail audit = new AuditTrail(em, clock);
    StaffDesk staff = new StaffDesk(em, clock);
    remind =
        new RemindLearner(
            award.atHand,
            award.settings,
            offers,
            new Reminders(sql, clock),
            notices,
            mails,
            users,
            standing,
            orders,
            audit,
            clock);
    changeText = new ChangeMailText(texts, staff.rights, audit);
    tryAgain =
        new TryAgain(
            mails, undeliverable, notices, decisions, documents, staff.rights, audit, clock);
    unreached = new Unreached(sql, users, addresses);
    takeReport = new TakeReport(mails, undeliverable, award.awards, audit);
    sending =
        new Sending(
            mails,
            contents,
            users,
            institutions,
            standing,
            undeliverable,
            compose,
            STOP,
            award.awards,
            audit,
            clock);
  }
}
