package org.badgebridge.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.badgebridge.course.Activities;
import org.badgebridge.course.Activity;
import org.badgebridge.course.Course;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.passback.ActivityCatalogue.Offered;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.rule.RuleTree.AllOf;
import org.badgebridge.rule.RuleTree.Completed;
import org.badgebridge.rule.RuleTree.ScoreAtLeast;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RollOverDatabaseTest {

  private static final List<Offered> THERE =
      List.of(
          new Offered(Activity.Kind.COURSE, "course", "Logic again", "course", true),
          new Offered(Activity.Kind.MODULE, "98", "Essay", "assign", true),
          new Offered(Activity.Kind.MODULE, "99", "Quiz", "quiz", true));

  /** Last year's course with one badge, and this year's copy of it. */
  private static final class Years implements AutoCloseable {

    final OpenDatabase database;
    final SampleCourse old;
    final UUID badge;
    final UUID copy;
    final UUID attachment;

    Years(TestDatabase kind, Function<SampleCourse, RuleTree> rule) {
      database = kind.open();
      old = new SampleCourse(database);
      badge = old.badgeClass();
      copy = course(old.deployment, "202", "150,101");
      attachment =
          database.compute(
              em ->
                  new RuleDesk(em)
                      .attach
                      .attach(
                          old.course,
                          badge,
                          rule.apply(old),
                          AwardRule.Mode.AUTOMATIC,
                          RuleDesk.lecturer(old.lecturer))
                      .id());
    }

    UUID course(UUID deployment, String contextId, @Nullable String history) {
      UUID id = UUID.randomUUID();
      database.execute(
          "insert into course (id, deployment_id, context_id, title, history, created_at, version)"
              + " values (?, ?, ?, 'Logic again', ?, ?, 1)",
          id,
          deployment,
          contextId,
          history,
          SampleCourse.THEN);
      return id;
    }

    UUID link(UUID course, String linkId, @Nullable UUID shows) {
      UUID id = UUID.randomUUID();
      database.execute(
          "insert into resource_link (id, course_id, link_id, title, attachment_id, created_at,"
              + " version) values (?, ?, ?, 'Badge', ?, ?, 1)",
          id,
          course,
          linkId,
          shows,
          SampleCourse.THEN);
      return id;
    }

    UUID activity(Activity.Kind kind, String reference, String title) {
      return database.compute(
          em ->
              new Activities(new Sql(database.dataSource()), Clock.systemUTC())
                  .known(old.course, kind, reference, title)
                  .id());
    }

    RollOver.@Nullable Luggage luggage(UUID course) {
      return database.compute(
          em -> {
            RuleDesk desk = new RuleDesk(em);
            return desk.rollOver.luggage(found(desk, course)).orElse(null);
          });
    }

    Attachment use() {
      return database.compute(
          em -> {
            RuleDesk desk = new RuleDesk(em);
            return desk.rollOver.use(
                attachment, found(desk, copy), THERE, RuleDesk.lecturer(old.lecturer));
          });
    }

    RuleTree rule(Attachment of) {
      return database.compute(em -> new RuleDesk(em).attachments.rule(of.id()).tree());
    }

    private static Course found(RuleDesk desk, UUID course) {
      return desk.courses.find(course).orElseThrow();
    }

    @Override
    public void close() {
      database.close();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aBadgeIsTakenOverAsADraftOnceAndAudited(TestDatabase kind) {
    try (var years = new Years(kind, any -> new Completed(RuleTree.OWN_LINK))) {
      RollOver.Luggage before = years.luggage(years.copy);
      assertThat(before).isNotNull();
      assertThat(before.from().id()).isEqualTo(years.old.course);
      assertThat(before.waiting()).isOne();

      Attachment made = years.use();
      assertThat(years.use().id()).isEqualTo(made.id());

      assertThat(made.state()).isEqualTo(Attachment.State.DRAFT);
      assertThat(made.restrictionConfirmed()).isFalse();
      assertThat(made.copiedFrom()).isEqualTo(years.attachment);
      RollOver.Luggage after = years.luggage(years.copy);
      assertThat(after).isNotNull();
      assertThat(after.waiting()).isZero();
      assertThat(
              years.database.count(
                  "select count(*) from audit_entry where action = 'attachment.copied'"))
          .isOne();
      assertThat(years.database.count("select count(*) from attachment where state = 'ON'"))
          .isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void conditionsFollowToTheActivitiesOfTheCopyAndTheOthersAreNamed(TestDatabase kind) {
    try (var years = new Years(kind, any -> new Completed(RuleTree.OWN_LINK))) {
      years.link(years.old.course, "5", years.attachment);
      UUID own = years.activity(Activity.Kind.RESOURCE_LINK, "5", "Badge");
      UUID quiz = years.activity(Activity.Kind.MODULE, "7", "Quiz");
      UUID whole = years.activity(Activity.Kind.COURSE, "course", "Logic");
      UUID column = years.activity(Activity.Kind.LINE_ITEM, "https://lms/9", "Presentation");
      RuleTree asked =
          new AllOf(
              List.of(
                  new Completed(own),
                  new ScoreAtLeast(quiz, 60),
                  new Completed(whole),
                  new ScoreAtLeast(column, 50)));
      years.database.transaction(
          em ->
              new RuleDesk(em)
                  .change.change(
                      years.attachment,
                      years.old.course,
                      asked,
                      AwardRule.Manner.of(AwardRule.Mode.APPROVE),
                      RuleDesk.lecturer(years.old.lecturer)));

      Attachment made = years.use();

      AllOf copied = (AllOf) years.rule(made);
      assertThat(copied.of().get(0)).isEqualTo(new Completed(RuleTree.OWN_LINK));
      assertThat(copied.of().get(1)).isEqualTo(new ScoreAtLeast(in(years, "MODULE", "99"), 60));
      assertThat(copied.of().get(2)).isEqualTo(new Completed(in(years, "COURSE", "course")));
      RollOver.Luggage luggage = years.luggage(years.copy);
      assertThat(luggage).isNotNull();
      assertThat(luggage.pieces().get(0).notFound()).containsExactly("Presentation");
      years.link(years.copy, "15", null);
      years.database.transaction(
          em -> {
            RuleDesk desk = new RuleDesk(em);
            desk.place.place(
                made.id(),
                desk.links.find(years.copy, "15").orElseThrow(),
                RuleDesk.lecturer(years.old.lecturer));
          });
      AllOf placed = (AllOf) years.rule(made);
      assertThat(placed.of().get(0)).isEqualTo(new Completed(in(years, "RESOURCE_LINK", "15")));
      assertThatThrownBy(
              () ->
                  years.database.transaction(
                      em ->
                          new RuleDesk(em)
                              .switching.on(
                                  made.id(), years.copy, RuleDesk.lecturer(years.old.lecturer))))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.detailKey()).isEqualTo("rule.copied-not-found"));
    }
  }

  private static UUID in(Years years, String kind, String reference) {
    return new Sql(years.database.dataSource())
        .first(
            "select id from activity where course_id = ? and kind = ? and reference = ?",
            row -> row.uuid("id"),
            years.copy,
            kind,
            reference)
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void lastYearsLearnersAreNeverAwardedAgain(TestDatabase kind) {
    try (var years =
        new Years(kind, old -> new Completed(old.activity("LINE_ITEM", "Presentation")))) {
      UUID ada = years.old.learner("Ada");
      UUID bo = years.old.learner("Bo");
      UUID before =
          new Sql(years.database.dataSource())
              .first("select id from activity", row -> row.uuid("id"))
              .orElseThrow();
      years.old.evidence(before, ada, "COMPLETED", null, null);
      years.database.execute("update attachment set state = 'ON'");
      years.database.transaction(em -> new RuleDesk(em).evidence(before, ada));
      assertThat(years.database.count("select count(*) from direct_award")).isOne();

      Attachment made = years.use();
      UUID now = ((Completed) years.rule(made)).activityId();
      years.database.execute("update attachment set state = 'ON' where id = ?", made.id());
      for (UUID learner : List.of(ada, bo)) {
        years.database.execute(
            "insert into membership (course_id, lms_user_id, role, active, ever_lecturer, seen_at)"
                + " values (?, ?, 'LEARNER', true, false, ?)",
            years.copy,
            learner,
            SampleCourse.THEN);
        years.old.evidence(now, learner, "COMPLETED", null, null);
        years.database.transaction(em -> new RuleDesk(em).evidence(now, learner));
      }

      assertThat(
              years.database.count("select count(*) from direct_award where lms_user_id = ?", ada))
          .isOne();
      assertThat(
              years.database.count("select count(*) from direct_award where lms_user_id = ?", bo))
          .isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void nothingComesFromCoursesThatAreNoOriginOfThisOne(TestDatabase kind) {
    try (var years = new Years(kind, any -> new Completed(RuleTree.OWN_LINK))) {
      assertThat(years.luggage(years.old.course)).isNull();
      UUID unknown = years.course(years.old.deployment, "203", "$Context.id.history");
      assertThat(years.luggage(unknown)).isNull();
      // another platform, whose history names the same number
      var stranger = new SampleCourse(years.database);
      UUID foreign = years.course(stranger.deployment, "204", "101");
      years.database.execute("update course set context_id = '9' where id = ?", stranger.course);
      assertThat(years.luggage(foreign)).isNull();
      // the same platform, for another institution
      UUID other = UUID.randomUUID();
      years.database.execute(
          "insert into deployment (id, platform_id, deployment_id, institution_id, state,"
              + " first_seen_at) values (?, ?, '2', ?, 'ACTIVE', ?)",
          other,
          years.old.platform,
          stranger.institution,
          SampleCourse.THEN);
      UUID tenant = years.course(other, "205", "101");
      assertThat(years.luggage(tenant)).isNull();
      assertThatThrownBy(
              () ->
                  years.database.transaction(
                      em -> {
                        RuleDesk desk = new RuleDesk(em);
                        desk.rollOver.use(
                            years.attachment,
                            Years.found(desk, tenant),
                            THERE,
                            RuleDesk.lecturer(years.old.lecturer));
                      }))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.NOT_FOUND));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void onlyALecturerTakesOver(TestDatabase kind) {
    try (var years = new Years(kind, any -> new Completed(RuleTree.OWN_LINK))) {
      assertThatThrownBy(
              () ->
                  years.database.transaction(
                      em -> {
                        RuleDesk desk = new RuleDesk(em);
                        desk.rollOver.use(
                            years.attachment,
                            Years.found(desk, years.copy),
                            THERE,
                            Actor.system("nobody"));
                      }))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.FORBIDDEN));
    }
  }
}
