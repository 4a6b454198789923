package org.badgebridge.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.award.AwardClaimed;
import org.badgebridge.award.AwardDesk;
import org.badgebridge.award.Awards;
import org.badgebridge.award.AwardsOffered;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.badgeclass.BadgeDesk;
import org.badgebridge.badgeclass.content.BadgeContent;
import org.badgebridge.badgeclass.content.Pathway;
import org.badgebridge.badgeclass.content.SampleContent;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.rule.Reason;
import org.badgebridge.testing.Heard;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.People;
import org.badgebridge.testing.PlannedJobs;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PathwayDatabaseTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
  private static final Actor ADMINISTRATOR =
      new Actor(Actor.Kind.ADMINISTRATOR, UUID.randomUUID(), "session");

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void offersTheEndWhenTheLastStepIsClaimedAndOnlyOnce(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      Path path = new Path(db);
      UUID ann = path.course.learner("Ann");
      path.claims(ann, path.first);
      assertThat(path.offers(ann)).isZero();
      path.claims(ann, path.third);
      assertThat(path.offers(ann)).isOne();
      path.claims(ann, path.second);
      path.sweep();
      assertThat(path.offers(ann)).isOne();
      db.transaction(
          em -> {
            Reason reason = Reason.of(path.reason(em, ann)).orElseThrow();
            assertThat(reason.evidence())
                .extracting(Reason.Item::title)
                .containsExactlyInAnyOrder("First", "Third");
            assertThat(reason.evidence()).extracting(Reason.Item::source).containsOnly("badge");
          });
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void countsWhatOnePersonHoldsAsSeveralUsers(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      Path path = new Path(db);
      UUID school = path.course.learner("Ann");
      UUID other = path.course.learner("Ann elsewhere");
      db.execute(
          "update lms_user set person_id = (select person_id from lms_user where id = ?)"
              + " where id = ?",
          school,
          other);
      path.claims(school, path.first);
      path.claims(other, path.second);
      assertThat(path.offers(school) + path.offers(other)).isOne();
      path.sweep();
      assertThat(path.offers(school) + path.offers(other)).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void leavesOutWhatIsRevokedOrOnlyOffered(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      Path path = new Path(db);
      UUID ann = path.course.learner("Ann");
      UUID award = path.claims(ann, path.first);
      db.execute(
          "update direct_award set state = 'REVOKED', ended_at = claimed_at where id = ?", award);
      path.claims(ann, path.second);
      assertThat(path.offers(ann)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void looksAtThoseWhoWalkedItBeforeItWasPublished(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      Path path = new Path(db);
      UUID ann = path.course.learner("Ann");
      UUID ben = path.course.learner("Ben");
      path.award(ann, path.first);
      path.award(ann, path.second);
      path.award(ben, path.first);
      path.sweep();
      assertThat(path.offers(ann)).isOne();
      assertThat(path.offers(ben)).isZero();
      assertThat(path.jobs.owed).containsExactly("evaluate-pathway " + path.end);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void showsWhereALearnerStands(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      Path path = new Path(db);
      UUID ann = path.course.learner("Ann");
      db.transaction(
          em -> assertThat(path.views(em).begun(path.person(em, ann), Locale.ENGLISH)).isEmpty());
      path.award(ann, path.second);
      db.transaction(
          em -> {
            PathView view = path.views(em).begun(path.person(em, ann), Locale.ENGLISH).get(0);
            assertThat(view.taken()).isOne();
            assertThat(view.steps().get(0).next()).isTrue();
            assertThat(view.steps().get(0).missing()).isOne();
            assertThat(view.steps().get(1).taken()).isTrue();
            assertThat(view.held()).isFalse();
          });
    }
  }

  /** A path of First, then Second or Third, with its room wired by hand. */
  private static final class Path {

    private final OpenDatabase db;
    final SampleCourse course;
    final UUID first;
    final UUID second;
    final UUID third;
    final UUID end;
    final PlannedJobs jobs = new PlannedJobs();

    Path(OpenDatabase db) {
      this.db = db;
      course = new SampleCourse(db);
      first = make(SampleContent.plain("First"));
      second = make(SampleContent.plain("Second"));
      third = make(SampleContent.plain("Third"));
      end =
          make(
              SampleContent.plain("End")
                  .along(
                      new Pathway(
                          true,
                          List.of(
                              new Pathway.Step("Begin", 1, List.of(first)),
                              new Pathway.Step("Choose", 1, List.of(second, third))))));
    }

    private UUID make(BadgeContent content) {
      return db.compute(
          em -> {
            BadgeDesk desk = new BadgeDesk(em, CLOCK);
            UUID id = desk.create(course.institution, content, true, ADMINISTRATOR).id();
            PathwayIndex index = new PathwayIndex(new BadgeClasses(em), em, sql(em), jobs, CLOCK);
            desk.heard.events.stream().distinct().forEach(index::onChange);
            return id;
          });
    }

    /** A claimed award that nobody told of. */
    UUID award(UUID learner, UUID badge) {
      UUID id = UUID.randomUUID();
      db.execute(
          "insert into direct_award (id, institution_id, badge_class_id, lms_user_id, edition,"
              + " state, sandbox, origin, reason, rule_met_at, offered_at, claimed_at, created_at,"
              + " version) values (?, ?, ?, ?, 1, 'CLAIMED', false, 'RULE', '{}', ?, ?, ?, ?, 1)",
          id,
          course.institution,
          badge,
          learner,
          SampleCourse.THEN,
          SampleCourse.THEN,
          SampleCourse.THEN,
          SampleCourse.THEN);
      return id;
    }

    UUID claims(UUID learner, UUID badge) {
      UUID award = award(learner, badge);
      db.transaction(
          em ->
              new WalkPathways(
                      new Awards(em, CLOCK), People.users(sql(em), CLOCK), held(em), judge(em), em)
                  .onClaim(new AwardClaimed(award)));
      return award;
    }

    void sweep() {
      db.transaction(
          em -> {
            JudgeWalkers walkers = new JudgeWalkers(held(em), judge(em));
            UUID last = walkers.next(end, null);
            while (last != null) {
              last = walkers.next(end, last);
            }
          });
    }

    long offers(UUID learner) {
      return db.count(
          "select count(*) from direct_award where badge_class_id = ? and lms_user_id = ?",
          end,
          learner);
    }

    String reason(EntityManager em, UUID learner) {
      return new Awards(em, CLOCK).of(end, learner).orElseThrow().reason();
    }

    UUID person(EntityManager em, UUID learner) {
      return People.users(sql(em), CLOCK).find(learner).orElseThrow().personId();
    }

    PathViews views(EntityManager em) {
      return new PathViews(
          new BadgeClasses(em),
          new BadgeDesk(em, CLOCK).looks(),
          new BadgeDesk(em, CLOCK).drawing(),
          held(em));
    }

    private AwardPathway judge(EntityManager em) {
      Heard<AwardsOffered> offered = new Heard<>();
      return new AwardPathway(
          new BadgeClasses(em), held(em), new AwardDesk(em, offered, CLOCK).offer);
    }

    private static HeldBadges held(EntityManager em) {
      return new HeldBadges(sql(em));
    }

    private static Sql sql(EntityManager em) {
      return new Sql(JoinedDataSource.of(em));
    }
  }
}
