package org.badgebridge.backpack;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.badgebridge.award.Awards;
import org.badgebridge.backpack.collection.KeepBadge;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.credential.CredentialDesk;
import org.badgebridge.credential.Credentials;
import org.badgebridge.credential.HeldBadges;
import org.badgebridge.identity.Actor;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BackpackDatabaseTest {

  private static final int BADGES = 2 * Backpack.PAGE + 3;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void showsManyBadgesPageByPageTheLatestFirst(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID learner = course.learner("Ada");
      List<UUID> given = new ArrayList<>();
      for (int i = 0; i < BADGES; i++) {
        given.add(0, award(database, course, learner, "CLAIMED", i / 2)); // two at a time
      }
      award(database, course, learner, "PROPOSED", 1);
      award(database, course, course.learner("Bob"), "CLAIMED", 1);

      List<UUID> seen = new ArrayList<>();
      @Nullable UUID after = null;
      int pages = 0;
      do {
        Backpack.Contents page = contents(database, learner, after);
        assertThat(page.badges()).hasSizeLessThanOrEqualTo(Backpack.PAGE);
        assertThat(page.badgeCount()).isEqualTo(BADGES);
        page.badges().forEach(item -> seen.add(item.award().id()));
        after = page.next();
        pages++;
      } while (after != null);

      assertThat(pages).isEqualTo(3);
      assertThat(seen).containsExactlyInAnyOrderElementsOf(given);
      assertThat(seen.get(0)).isEqualTo(given.get(0));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsInTheArchiveStandsThereAndNowhereElse(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID learner = course.learner("Ada");
      UUID shown = award(database, course, learner, "CLAIMED", 1);
      UUID archived = award(database, course, learner, "CLAIMED", 2);
      UUID person = person(database, learner);
      for (boolean away : List.of(true, true, false, true)) { // twice, back, and again
        database.transaction(
            em -> {
              CredentialDesk desk = new CredentialDesk(database, em, Clock.systemUTC());
              UUID id = desk.credentials.ofAward(archived).orElseThrow().id();
              new KeepBadge(desk.credentials, desk.awards, desk.audit, Clock.systemUTC())
                  .archive(id, person, away, Actor.system("test"));
            });
      }

      Backpack.Contents contents = contents(database, learner, null);
      assertThat(contents.badges()).extracting(item -> item.award().id()).containsExactly(shown);
      assertThat(contents.badgeCount()).isOne();
      assertThat(contents.archived()).isOne();
      Backpack.Archive archive = database.compute(em -> backpack(em).archive(person, null));
      assertThat(archive.badges()).extracting(item -> item.award().id()).containsExactly(archived);
      assertThat(
              database.count(
                  "select count(*) from audit_entry where action like 'credential.%archived'"))
          .isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void showsOffersAndDeclinedOnTheFirstPageOnly(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID learner = course.learner("Ada");
      UUID badge = award(database, course, learner, "CLAIMED", 1);
      for (int i = 0; i < Backpack.PAGE + 2; i++) {
        award(database, course, learner, "OFFERED", i);
      }
      award(database, course, learner, "DECLINED", 2);

      Backpack.Contents first = contents(database, learner, null);
      Backpack.Contents later = contents(database, learner, badge);

      assertThat(first.offers()).hasSize(Backpack.PAGE);
      assertThat(first.offerCount()).isEqualTo(Backpack.PAGE + 2);
      assertThat(first.declined()).hasSize(1);
      assertThat(later.offers()).isEmpty();
      assertThat(later.declined()).isEmpty();
      assertThat(later.badges()).isEmpty();
      assertThat(later.isEmpty()).isFalse();
    }
  }

  private static Backpack.Contents contents(
      OpenDatabase database, UUID learner, @Nullable UUID after) {
    UUID person = person(database, learner);
    return database.compute(em -> backpack(em).of(person, after));
  }

  private static Backpack backpack(EntityManager em) {
    return new Backpack(
        new Awards(em, Clock.systemUTC()),
        new Credentials(em),
        new HeldBadges(em),
        new BadgeClasses(em));
  }

  private static UUID person(OpenDatabase database, UUID learner) {
    return database.compute(
        em ->
            em.createQuery("select u.personId from LmsUser u where u.id = :id", UUID.class)
                .setParameter("id", learner)
                .getSingleResult());
  }

  private static UUID award(
      OpenDatabase database, SampleCourse course, UUID learner, String state, int minutes) {
    UUID id = UUID.randomUUID();
    var at = SampleCourse.THEN.plusMinutes(minutes);
    database.execute(
        "insert into direct_award (id, institution_id, badge_class_id, lms_user_id, edition, state,"
            + " sandbox, origin, course_id, reason, rule_met_at, offered_at, claimed_at,"
            + " ended_at, created_at, version) values (?, ?, ?, ?, 1, ?, false, 'RULE', ?, '{}', ?, ?,"
            + " ?, ?, ?, 1)",
        id,
        course.institution,
        course.badgeClass(),
        learner,
        state,
        course.course,
        at,
        state.equals("PROPOSED") ? null : at,
        state.equals("CLAIMED") ? at : null,
        state.equals("DECLINED") ? at : null,
        at);
    if (state.equals("CLAIMED")) {
      Clock then = Clock.fixed(at.toInstant(), ZoneOffset.UTC);
      database.transaction(em -> new CredentialDesk(database, em, then).issue.issue(id));
    }
    return id;
  }
}
