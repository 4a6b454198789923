package org.badgebridge.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.badgebridge.advisor.Grant.Badges;
import org.badgebridge.backpack.collection.Skill;
import org.badgebridge.badgeclass.content.Pathway;
import org.badgebridge.badgeclass.content.SampleContent;
import org.badgebridge.credential.SampleAward;
import org.badgebridge.credential.disclosure.SeenBadge;
import org.badgebridge.pathway.PathDesk;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.PlannedJobs;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdvisorDatabaseTest {

  private static final Duration MONTH = Duration.ofDays(30);
  private static final Set<Look> AHEAD = EnumSet.of(Look.SKILLS, Look.GAPS, Look.PATHS);

  private final MovableClock clock = new MovableClock();
  private final PlannedJobs jobs = new PlannedJobs();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void showsBadgesSkillsGapsAndWhatComesNext(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Learner zoe = new Learner(database);
      UUID first = zoe.publish("First");
      UUID second = zoe.skilled("Second");
      zoe.path(first, second);
      zoe.claims(first);

      SeenBackpack before = zoe.seen(zoe.grant(Badges.ALL, Set.of(), AHEAD));

      assertThat(before.learner()).isEqualTo("Zoë Čapek");
      assertThat(before.badges()).extracting(each -> each.said().name()).containsExactly("First");
      assertThat(before.skills()).isEmpty();
      assertThat(before.gaps())
          .singleElement()
          .satisfies(
              gap -> {
                assertThat(gap.name()).isEqualTo("manage data");
                assertThat(gap.badges()).containsExactly("Second");
              });
      assertThat(before.paths())
          .singleElement()
          .satisfies(
              path -> {
                assertThat(path.taken()).isOne();
                assertThat(path.steps().get(1).next()).isTrue();
                assertThat(path.steps().get(1).stations()).noneMatch(each -> each.held());
              });

      zoe.claims(second);
      SeenBackpack after = zoe.seen(zoe.grant(Badges.ALL, Set.of(), AHEAD));
      assertThat(after.skills()).extracting(Skill::name).contains("manage data");
      assertThat(after.gaps()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void showsNothingThatWasNotTicked(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Learner zoe = new Learner(database);
      UUID badge = zoe.claims(zoe.skilled("Second"));
      database.execute("update credential set note = 'Mine' where id = ?", badge);

      UUID plain = zoe.grant(Badges.ALL, Set.of(), Set.of());
      SeenBackpack nothing = zoe.seen(plain);
      assertThat(nothing.skills()).isEmpty();
      assertThat(nothing.gaps()).isEmpty();
      assertThat(nothing.paths()).isEmpty();
      SeenBadge bare = zoe.badge(plain, badge);
      assertThat(bare.badge().scores()).isEmpty();
      assertThat(bare.badge().narrative()).isEmpty();
      assertThat(bare.badge().evidence()).isNull();
      assertThat(bare.note()).isEmpty();

      SeenBadge all = zoe.badge(zoe.grant(Badges.ALL, Set.of(), EnumSet.allOf(Look.class)), badge);
      assertThat(all.badge().narrative()).startsWith("Proved");
      assertThat(all.badge().evidence()).isNotNull();
      assertThat(all.badge().scores()).isNotEmpty();
      assertThat(all.note()).isEqualTo("Mine");

      SeenBackpack skills = zoe.seen(zoe.grant(Badges.NONE, Set.of(), EnumSet.of(Look.SKILLS)));
      assertThat(skills.badges()).isEmpty();
      assertThat(skills.skills())
          .as("which badge shows them is not said")
          .allSatisfy(each -> assertThat(each.badges()).isEmpty())
          .extracting(Skill::name)
          .contains("manage data");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void chosenBadgesHideTheOthersAndTheirSkills(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Learner zoe = new Learner(database);
      UUID shown = zoe.claims(zoe.publish("First"));
      UUID hidden = zoe.claims(zoe.skilled("Second"));
      UUID grant = zoe.grant(Badges.CHOSEN, Set.of(shown), EnumSet.of(Look.SKILLS));

      assertThat(zoe.seen(grant).badges())
          .extracting(each -> each.credential().id())
          .containsExactly(shown);
      assertThat(zoe.seen(grant).skills()).isEmpty();
      refused(ProblemType.NOT_FOUND, () -> zoe.badge(grant, hidden));
      refused(ProblemType.NOT_FOUND, () -> zoe.badge(grant, UUID.randomUUID()));

      UUID all = zoe.grant(Badges.ALL, Set.of(), Set.of());
      database.execute("update credential set archived_at = issued_at where id = ?", hidden);
      assertThat(zoe.seen(all).badges()).as("what is out of sight").hasSize(1);
      database.execute(
          "update credential set person_id = ? where id = ?", new Learner(database).person, shown);
      assertThat(zoe.seen(grant).badges()).as("what left the backpack").isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void onlyACodeToTheMailboxOpensAndOnlyThatGrant(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Learner zoe = new Learner(database);
      UUID grant = zoe.grant(Badges.ALL, Set.of(), AHEAD);
      UUID another = zoe.grant(Badges.ALL, Set.of(), AHEAD);
      UUID asked = zoe.ask(grant);
      String code = zoe.desk(desk -> desk.codes.make(asked));
      assertThat(jobs.owed).contains("send-code " + asked);
      assertThat(zoe.enter(another, asked, code)).isNull();
      List<UUID> opened = zoe.desk(desk -> desk.codes.redeem(asked, code));
      assertThat(opened).as("opens no backpack").isEmpty();
      assertThat(zoe.enter(grant, asked, "AAAA-AAAA")).isNull();

      String token = zoe.enter(grant, asked, code);

      assertThat(token).isNotNull();
      UUID subject = zoe.desk(desk -> desk.sessions.find(token).orElseThrow().subjectId());
      assertThat(subject).isEqualTo(grant);
      assertThat(zoe.enter(grant, asked, code)).as("works once").isNull();
      assertThat(zoe.log(grant)).containsExactly(LookLog.What.ENTERED);
      assertThat(
              database.count("select count(*) from audit_entry where action = 'advisor.entered'"))
          .isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aCodeForABackpackOpensNoGrant(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Learner zoe = new Learner(database);
      UUID grant = zoe.grant(Badges.ALL, Set.of(), AHEAD);
      UUID asked =
          zoe.desk(desk -> desk.codes.ask("zoe@example.org", Locale.ENGLISH).orElseThrow());
      String code = zoe.desk(desk -> desk.codes.make(asked));
      assertThat(zoe.enter(grant, asked, code)).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void endsAtOnceAlsoWhereItIsOpen(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Learner zoe = new Learner(database);
      UUID grant = zoe.grant(Badges.ALL, Set.of(), AHEAD);
      UUID asked = zoe.ask(grant);
      String token = zoe.enter(grant, asked, zoe.desk(desk -> desk.codes.make(asked)));
      assertThat(token).isNotNull();

      for (int twice = 0; twice < 2; twice++) {
        zoe.does(desk -> desk.changing.end(grant, zoe.person, AdvisorDesk.owner(zoe.person)));
      }

      assertThat(zoe.state(grant)).isEqualTo(Grant.State.ENDED);
      assertThat(database.count("select count(*) from browser_session")).isZero();
      assertThat(database.count("select count(*) from audit_entry where action = 'advisor.ended'"))
          .isOne();
      refused(
          ProblemType.CONFLICT,
          () ->
              zoe.does(
                  desk ->
                      desk.changing.prolong(
                          grant, zoe.person, MONTH, AdvisorDesk.owner(zoe.person))));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void runsOutAndIsProlongedAndNeverShortened(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Learner zoe = new Learner(database);
      UUID grant = zoe.grant(Badges.ALL, Set.of(), AHEAD);
      clock.advance(MONTH.minusSeconds(1));
      assertThat(zoe.state(grant)).isEqualTo(Grant.State.OPEN);
      clock.advance(Duration.ofSeconds(1));
      assertThat(zoe.state(grant)).isEqualTo(Grant.State.EXPIRED);
      zoe.prolong(grant, MONTH);
      assertThat(zoe.state(grant)).isEqualTo(Grant.State.OPEN);
      zoe.prolong(grant, Duration.ofDays(7));
      clock.advance(Duration.ofDays(8));
      assertThat(zoe.state(grant)).isEqualTo(Grant.State.OPEN);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void somebodyElsesLookLikeNone(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Learner zoe = new Learner(database);
      UUID badge = zoe.claims(zoe.publish("First"));
      UUID grant = zoe.grant(Badges.ALL, Set.of(), AHEAD);
      Learner ann = new Learner(database);

      refused(ProblemType.NOT_FOUND, () -> ann.desk(desk -> desk.grants.own(grant, ann.person)));
      refused(ProblemType.NOT_FOUND, () -> ann.prolong(grant, MONTH));
      refused(
          ProblemType.NOT_FOUND,
          () ->
              ann.does(
                  desk -> desk.changing.end(grant, ann.person, AdvisorDesk.owner(ann.person))));
      refused(ProblemType.NOT_FOUND, () -> ann.grant(Badges.CHOSEN, Set.of(badge), Set.of()));
      List<Grant> anns = ann.desk(desk -> desk.grants.of(ann.person, null, 9).grants());
      assertThat(anns).isEmpty();
      assertThat(zoe.state(grant)).isEqualTo(Grant.State.OPEN);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void hasAnEndToItsNumberAndToThatOfADay(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Learner zoe = new Learner(database);
      for (int i = 0; i < GrantAdvisor.A_DAY; i++) {
        zoe.grant(Badges.ALL, Set.of(), AHEAD);
      }
      refused(ProblemType.TOO_MANY, () -> zoe.grant(Badges.ALL, Set.of(), AHEAD));
      clock.advance(Duration.ofDays(1));
      for (int i = GrantAdvisor.A_DAY; i < GrantAdvisor.MOST; i++) {
        zoe.grant(Badges.ALL, Set.of(), AHEAD);
      }
      clock.advance(Duration.ofDays(1));
      refused(ProblemType.CONFLICT, () -> zoe.grant(Badges.ALL, Set.of(), AHEAD));

      List<UUID> seen = new ArrayList<>();
      @Nullable UUID after = null;
      do {
        UUID key = after;
        Grants.Slice slice = zoe.desk(desk -> desk.grants.of(zoe.person, key, 7));
        slice.grants().forEach(each -> seen.add(each.id()));
        after = slice.next();
      } while (after != null);
      assertThat(seen).doesNotHaveDuplicates().hasSize(GrantAdvisor.MOST);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void writesDownWhatWasOpenedOnceAnHour(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Learner zoe = new Learner(database);
      UUID badge = zoe.claims(zoe.publish("First"));
      UUID grant = zoe.grant(Badges.ALL, Set.of(), AHEAD);
      for (int i = 0; i < 3; i++) {
        zoe.looks(grant, badge);
      }
      assertThat(zoe.log(grant)).containsExactly(LookLog.What.BADGE, LookLog.What.PAGE);
      clock.advance(Duration.ofMinutes(61));
      zoe.looks(grant, badge);
      assertThat(zoe.log(grant)).hasSize(4);
      LookLog.Slice first = zoe.desk(desk -> desk.log.of(grant, null, 3));
      assertThat(first.next()).isNotNull();
      LookLog.Slice last = zoe.desk(desk -> desk.log.of(grant, first.next(), 3));
      assertThat(last.lines()).hasSize(1);
      assertThat(last.next()).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void isForgottenAYearAfterItWasOver(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Learner zoe = new Learner(database);
      UUID badge = zoe.claims(zoe.publish("First"));
      UUID grant = zoe.grant(Badges.CHOSEN, Set.of(badge), AHEAD);
      zoe.looks(grant, badge);
      zoe.ask(grant);
      clock.advance(MONTH.plus(ForgetGrants.KEPT));
      zoe.does(desk -> new ForgetGrants(desk.grants, clock).run());
      assertThat(database.count("select count(*) from advisor_grant")).isOne();
      clock.advance(Duration.ofSeconds(1));
      zoe.does(desk -> new ForgetGrants(desk.grants, clock).run());
      for (String table :
          List.of("advisor_grant", "advisor_grant_badge", "advisor_look", "mail_code")) {
        assertThat(database.count("select count(*) from " + table)).as(table).isZero();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void saysNoNameThatTheSchoolWithholds(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Learner zoe = new Learner(database);
      database.execute("update lms_user set name = null where person_id = ?", zoe.person);
      assertThat(zoe.seen(zoe.grant(Badges.ALL, Set.of(), AHEAD)).learner()).isEmpty();
    }
  }

  private static void refused(ProblemType type, Runnable deed) {
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.type()).isEqualTo(type));
  }

  /** A learner with a backpack, and what they do. */
  private final class Learner {

    final OpenDatabase database;
    final SampleCourse course;
    final UUID person;

    Learner(OpenDatabase database) {
      this.database = database;
      course = new SampleCourse(database);
      database.execute("update institution set micro_credentials = true");
      person = new SampleAward(database, course, course.badgeClass()).person;
    }

    UUID publish(String name) {
      return PathDesk.publish(database, course.institution, SampleContent.plain(name), clock);
    }

    /** A badge that answers to a skill. */
    UUID skilled(String name) {
      return PathDesk.publish(
          database, course.institution, SampleContent.full().named(name), clock);
    }

    void path(UUID first, UUID second) {
      Pathway steps =
          new Pathway(
              true,
              List.of(
                  new Pathway.Step("Begin", 1, List.of(first)),
                  new Pathway.Step("Go on", 1, List.of(second))));
      PathDesk.publish(
          database, course.institution, SampleContent.plain("End").along(steps), clock);
    }

    /** Claims a badge of which everything is said; gives the credential. */
    UUID claims(UUID badgeClass) {
      SampleAward award = new SampleAward(database, course, badgeClass).says(database, "8");
      database.execute("update lms_user set person_id = ? where id = ?", person, award.learner);
      database.execute(
          "update direct_award set state = 'CLAIMED', claimed_at = offered_at where id = ?",
          award.id);
      clock.advance(Duration.ofSeconds(1));
      does(desk -> desk.credentials.issue.issue(award.id));
      return desk(desk -> desk.credentials.credentials.ofAward(award.id).orElseThrow().id());
    }

    UUID grant(Badges badges, Set<UUID> chosen, Set<Look> looks) {
      GrantWish wish =
          new GrantWish(
              "Dr. Deniz", "deniz@example.org", "Electives", badges, chosen, looks, MONTH);
      clock.advance(Duration.ofMillis(5));
      return desk(
          desk -> desk.granting.grant(person, wish, AdvisorDesk.owner(person), Locale.ENGLISH));
    }

    void prolong(UUID grant, Duration lasts) {
      does(desk -> desk.changing.prolong(grant, person, lasts, AdvisorDesk.owner(person)));
    }

    UUID ask(UUID grant) {
      return desk(desk -> desk.entering.ask(found(desk, grant), Locale.ENGLISH));
    }

    @Nullable String enter(UUID grant, UUID asked, String code) {
      return desk(desk -> desk.entering.enter(found(desk, grant), asked, code).orElse(null));
    }

    Grant.State state(UUID grant) {
      return desk(desk -> found(desk, grant).state(clock.instant()));
    }

    SeenBackpack seen(UUID grant) {
      return desk(desk -> desk.seen.of(found(desk, grant), Locale.ENGLISH));
    }

    SeenBadge badge(UUID grant, UUID credential) {
      return desk(desk -> desk.seen.badge(found(desk, grant), credential));
    }

    void looks(UUID grant, UUID badge) {
      does(desk -> desk.looking.all(found(desk, grant), Locale.ENGLISH));
      does(desk -> desk.looking.badge(found(desk, grant), badge));
    }

    List<LookLog.What> log(UUID grant) {
      return desk(
          desk -> desk.log.of(grant, null, 50).lines().stream().map(LookLog.Line::what).toList());
    }

    private static Grant found(AdvisorDesk desk, UUID grant) {
      return desk.grants.find(grant).orElseThrow();
    }

    void does(Consumer<AdvisorDesk> deed) {
      database.transaction(em -> deed.accept(new AdvisorDesk(database, em, clock, jobs)));
    }

    <T extends @Nullable Object> T desk(Function<AdvisorDesk, T> work) {
      return database.compute(em -> work.apply(new AdvisorDesk(database, em, clock, jobs)));
    }
  }
}
