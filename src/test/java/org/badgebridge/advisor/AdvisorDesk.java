package org.badgebridge.advisor;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.backpack.collection.Skills;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.credential.CredentialDesk;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.BrowserSessions;
import org.badgebridge.identity.MailCodes;
import org.badgebridge.jobs.Jobs;
import org.badgebridge.pathway.PathDesk;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.OpenDatabase;

/** What learners let advisors see, wired by hand for one transaction. */
public final class AdvisorDesk {

  public final Grants grants;
  public final MailCodes codes;
  public final Invitations invitations;
  final GrantAdvisor granting;
  final ChangeGrant changing;
  final EnterByGrant entering;
  final BrowserSessions sessions;
  final LookLog log;
  final LookAtBackpack looking;
  final SeenBackpacks seen;
  final CredentialDesk credentials;

  public AdvisorDesk(OpenDatabase database, EntityManager em, Clock clock, Jobs jobs) {
    Sql sql = new Sql(JoinedDataSource.of(em));
    AuditTrail audit = new AuditTrail(em, clock);
    credentials = new CredentialDesk(database, em, clock);
    grants = new Grants(sql, clock);
    codes = new MailCodes(sql, clock);
    LearnerName names = new LearnerName(sql);
    invitations = new Invitations(grants, names, clock);
    granting = new GrantAdvisor(grants, credentials.credentials, jobs, audit, clock);
    changing = new ChangeGrant(grants, audit, clock);
    log = new LookLog(sql, clock);
    sessions = new BrowserSessions(em, clock);
    entering = new EnterByGrant(codes, sessions, log, jobs, audit, clock);
    seen =
        new SeenBackpacks(
            grants,
            names,
            credentials.credentials,
            credentials.seen,
            new Skills(clock),
            new SkillGaps(new BadgeClasses(em)),
            PathDesk.views(em, clock),
            clock);
    looking = new LookAtBackpack(seen, log);
  }

  /** Lets an advisor see the usual, in English. */
  public UUID grant(UUID person, String email) {
    GrantWish usual = GrantWish.USUALLY;
    GrantWish wish =
        new GrantWish(
            "Dr. Deniz",
            email,
            "Electives for next year",
            usual.badges(),
            usual.credentials(),
            usual.looks(),
            usual.lasts());
    return granting.grant(person, wish, owner(person), Locale.ENGLISH);
  }

  static Actor owner(UUID person) {
    return new Actor(Actor.Kind.LEARNER, person, "backpack " + person);
  }
}
