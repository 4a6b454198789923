package org.badgebridge.credential;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.badgebridge.award.DirectAward;
import org.badgebridge.badgeclass.BadgeDesk;
import org.badgebridge.badgeclass.BadgeVersion;
import org.badgebridge.badgeclass.content.SampleContent;
import org.badgebridge.identity.Actor;
import org.badgebridge.institution.Issuer;
import org.badgebridge.keys.FixedKeys;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;

/** A badge that says all that can be said, in which nothing is left to chance. */
final class GoldenBadge {

  static final Clock CLOCK =
      Clock.fixed(SampleCourse.THEN.toInstant().plusSeconds(60), ZoneOffset.UTC);

  static final UUID ID = UUID.fromString("c0ffee00-0000-4000-8000-000000000001");
  private static final UUID ISSUER = UUID.fromString("c0ffee00-0000-4000-8000-000000000002");
  private static final UUID BADGE = UUID.fromString("c0ffee00-0000-4000-8000-000000000003");
  private static final UUID PERSON = UUID.fromString("c0ffee00-0000-4000-8000-000000000004");
  private static final UUID LIST = UUID.fromString("c0ffee00-0000-4000-8000-000000000005");

  private final OpenDatabase database;
  private final UUID award;

  GoldenBadge(OpenDatabase database) {
    this.database = database;
    SampleCourse course = new SampleCourse(database);
    database.execute(
        "update institution set micro_credentials = true, name = 'Example University'"
            + " where id = ?",
        course.institution);
    database.execute(
        "insert into issuer (id, institution_id, name, url, email, created_at)"
            + " values (?, ?, 'Faculty of Science', 'https://science.example.org',"
            + " 'badges@science.example.org', ?)",
        ISSUER,
        course.institution,
        SampleCourse.THEN);
    Actor operator = new Actor(Actor.Kind.ADMINISTRATOR, UUID.randomUUID(), "session");
    UUID made =
        database
            .compute(
                em ->
                    new BadgeDesk(em, CLOCK)
                        .create(course.institution, SampleContent.full(), true, operator))
            .id();
    database.execute(
        "update badge_class set id = ?, issuer_id = ? where id = ?", BADGE, ISSUER, made);
    SampleAward sample = new SampleAward(database, course, BADGE).says(database, "8.5");
    award = sample.id;
    database.execute(
        "insert into person (id, created_at) values (?, ?)", PERSON, SampleCourse.THEN);
    database.execute("update lms_user set person_id = ? where id = ?", PERSON, sample.learner);
    database.transaction(
        em -> {
          try {
            FixedKeys.give(ISSUER, em, CredentialDesk.SEALER, CLOCK.instant());
          } catch (IOException | ParseException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /** The credential; not kept, so that it has no bit in a list. */
  Credential credential(EntityManager em) {
    CredentialDesk desk = new CredentialDesk(database, em, CLOCK);
    DirectAward claimed = desk.awards.locked(award);
    OpenBadge badge =
        desk.composing.compose(claimed, new StatusEntry(LIST, 94_567), CLOCK.instant());
    OpenBadge fixed =
        new OpenBadge(
            ID,
            badge.awardedAt(),
            badge.validFrom(),
            badge.validUntil(),
            badge.issuer(),
            badge.earner(),
            badge.achievement(),
            badge.proofs(),
            badge.said(),
            badge.status());
    Credential credential = new Credential(fixed, award, desk.signing.sign(fixed));
    credential.publish(CLOCK.instant());
    return credential;
  }

  BadgeVersion version(EntityManager em) {
    return new BadgeDesk(em, CLOCK).badgeClasses.find(BADGE).orElseThrow().version();
  }

  Issuer issuer(EntityManager em) {
    return em.find(Issuer.class, ISSUER);
  }
}
