package org.badgebridge.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.badgebridge.award.AwardEnded;
import org.badgebridge.award.AwardState;
import org.badgebridge.external.ExternalRefusal;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.identity.Actor;
import org.badgebridge.jobs.RetryLater;
import org.badgebridge.passback.gradebook.Publication;
import org.badgebridge.passback.gradebook.Score;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.rule.Attachment.WriteBack;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WriteBackJobDatabaseTest {

  private static final String COLUMN = "https://lms.example/lineitems/7/lineitem?type_id=1";

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void writesOneOfOneIntoTheColumnOfThePlacement(TestDatabase kind) {
    try (Desk desk = new Desk(kind)) {
      RuleDesk ran = desk.run(() -> Publication.TAKEN);

      assertThat(ran.gradebook.columns).containsExactly(COLUMN);
      Score score = ran.gradebook.scores.get(0);
      assertThat(score.userId()).isEqualTo("sub-2");
      assertThat(score.given()).isEqualTo(1);
      assertThat(score.maximum()).isEqualTo(1);
      assertThat(desk.noted("score.written", "TAKEN")).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void writesTheSameScoreAgainAfterACrashOnlyNewer(TestDatabase kind) {
    try (Desk desk = new Desk(kind)) {
      Score first = desk.run(() -> Publication.TAKEN).gradebook.scores.get(0);
      desk.database.execute("delete from gradebook_score"); // crashed before it was noted
      Score second = desk.run(() -> Publication.TAKEN).gradebook.scores.get(0);

      assertThat(second.at()).isEqualTo(first.at().plusSeconds(1)); // whole seconds: Moodle
      assertThat(second).isEqualTo(new Score(first.userId(), 1, 1, second.at(), first.comment()));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void writesOnceWhateverTheLecturerTypesOverIt(TestDatabase kind) {
    try (Desk desk = new Desk(kind)) {
      desk.run(() -> Publication.TAKEN);
      assertThat(desk.run(() -> Publication.TAKEN).gradebook.scores).isEmpty();
      assertThat(desk.noted("score.written", "TAKEN")).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void takesTheScoreOutWhenStaffTakeTheAwardBackAndWritesItWhenTheyRestoreIt(TestDatabase kind) {
    try (Desk desk = new Desk(kind)) {
      desk.run(() -> Publication.TAKEN);
      desk.end(AwardState.WITHDRAWN);
      assertThat(desk.owed(em -> em.writeBack.onEnd(new AwardEnded(desk.award))))
          .containsExactly("write-back-score " + desk.award);

      RuleDesk ran = desk.run(() -> Publication.TAKEN);
      assertThat(ran.gradebook.cleared).containsExactly("sub-2");
      assertThat(ran.gradebook.columns).containsExactly(COLUMN);
      assertThat(ran.gradebook.scores).isEmpty();
      assertThat(desk.noted("score.taken-out", "TAKEN")).isOne();
      assertThat(desk.run(() -> Publication.TAKEN).gradebook.cleared).isEmpty();

      desk.end(AwardState.OFFERED);
      assertThat(desk.run(() -> Publication.TAKEN).gradebook.scores).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void takesOutWhatWasTakenBackWhileItWasWritten(TestDatabase kind) {
    try (Desk desk = new Desk(kind)) {
      RuleDesk ran =
          desk.run(
              () -> {
                desk.end(AwardState.WITHDRAWN);
                return Publication.TAKEN;
              });
      assertThat(ran.gradebook.scores).hasSize(1);
      assertThat(ran.gradebook.cleared).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void takesNothingOutThatItDidNotWriteOrThatTheLearnerGaveUp(TestDatabase kind) {
    try (Desk desk = new Desk(kind)) {
      desk.run(() -> Publication.OUTDATED);
      desk.end(AwardState.WITHDRAWN);
      assertThat(desk.owed(em -> em.writeBack.onEnd(new AwardEnded(desk.award)))).isEmpty();
      assertThat(desk.run(() -> Publication.TAKEN).gradebook.cleared).isEmpty();

      desk.end(AwardState.OFFERED);
      desk.run(() -> Publication.TAKEN);
      desk.end(AwardState.DECLINED);
      assertThat(desk.run(() -> Publication.TAKEN).gradebook.cleared).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void leavesTheScoreThatTheNextEditionHolds(TestDatabase kind) {
    try (Desk desk = new Desk(kind)) {
      desk.run(() -> Publication.TAKEN);
      desk.end(AwardState.WITHDRAWN);
      UUID next = desk.nextEdition();
      assertThat(desk.run(next, () -> Publication.TAKEN).gradebook.scores).hasSize(1);

      assertThat(desk.run(() -> Publication.TAKEN).gradebook.cleared).isEmpty();
      desk.database.execute("update direct_award set state = 'OFFERED' where id = ?", next);
      assertThat(desk.run(next, () -> Publication.TAKEN).gradebook.scores).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void tellsTheLecturerWhatTheGradebookDidNotTake(TestDatabase kind) {
    try (Desk desk = new Desk(kind)) {
      desk.run(() -> Publication.NOT_GRADABLE);
      assertThat(desk.untaken()).containsExactly(new GradebookScores.Untaken("NOT_GRADABLE", 1));
      assertThat(
              desk.owed(
                  em ->
                      em.switching.writeBack(
                          desk.attachment, desk.course.course, WriteBack.AWARDED, desk.lecturer)))
          .as("saved again, tried again")
          .containsExactly("write-back-score " + desk.award);
      desk.run(
          () -> {
            throw new ExternalRefusal("gone", 404);
          });
      assertThat(desk.untaken()).containsExactly(new GradebookScores.Untaken("REFUSED", 1));
      desk.run(() -> Publication.TAKEN);
      assertThat(desk.untaken()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void notesFinalRefusalsAndTriesNoMore(TestDatabase kind) {
    try (Desk desk = new Desk(kind)) {
      for (int status : new int[] {400, 409, 422}) {
        desk.run(
            () -> {
              throw new ExternalRefusal("status " + status, status);
            });
        assertThat(desk.noted("score.not-written", "refused with status " + status)).isOne();
      }
      desk.run(() -> Publication.OUTDATED);
      assertThat(desk.noted("score.not-written", "OUTDATED")).isOne();
      desk.run(() -> Publication.NOT_GRADABLE);
      assertThat(desk.noted("score.not-written", "NOT_GRADABLE")).isOne();
      assertThat(desk.noted("score.written", "TAKEN")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void asksAPlatformThatIsDownLater(TestDatabase kind) {
    try (Desk desk = new Desk(kind)) {
      assertThat(desk.waitAfter(Duration.ofMinutes(7))).isEqualTo(Duration.ofMinutes(7));
      assertThat(desk.waitAfter(null)).isEqualTo(Duration.ZERO);
      assertThat(desk.untaken()).containsExactly(new GradebookScores.Untaken("WAITING", 1));
      assertThat(desk.database.count("select count(*) from audit_entry where action like 'score%'"))
          .isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void writesNothingThatIsNoLongerOwed(TestDatabase kind) {
    try (Desk desk = new Desk(kind)) {
      desk.end(AwardState.DECLINED);
      assertThat(desk.run(() -> Publication.TAKEN).gradebook.scores).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void neverWritesIntoAColumnThatAnotherRuleReads(TestDatabase kind) {
    try (Desk desk = new Desk(kind)) {
      UUID placement = desk.course.activity("RESOURCE_LINK", "Placement");
      desk.database.execute("update activity set reference = 'link-1' where id = ?", placement);
      assertThat(desk.run(() -> Publication.TAKEN).gradebook.scores).hasSize(1);
      desk.database.execute("delete from gradebook_score");

      desk.attach(new RuleTree.ScoreAtLeast(placement, 60)); // a draft

      assertThat(desk.run(() -> Publication.TAKEN).gradebook.scores).isEmpty();
      assertThat(desk.noted("score.not-written", "no column of its own")).isOne();
      assertThatThrownBy(() -> desk.choose(WriteBack.CLAIMED))
          .isInstanceOf(ProblemException.class)
          .hasMessage("conflict: rule.write-back-own-evidence");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void neverWritesIntoAColumnThatAnotherRuleReadsByItsAddress(TestDatabase kind) {
    try (Desk desk = new Desk(kind)) {
      UUID column = desk.course.activity("LINE_ITEM", "Column");
      desk.database.execute("update activity set reference = ? where id = ?", COLUMN, column);
      desk.attach(new RuleTree.ScoreAtLeast(column, 60));
      assertThat(desk.run(() -> Publication.TAKEN).gradebook.scores).isEmpty();
    }
  }

  /** An award that owes a score to the column of the placement of its attachment. */
  private static final class Desk implements AutoCloseable {

    final OpenDatabase database;
    final SampleCourse course;
    final UUID award;
    private final UUID attachment;
    private final Actor lecturer;

    Desk(TestDatabase kind) {
      database = kind.open();
      course = new SampleCourse(database);
      lecturer = RuleDesk.lecturer(course.lecturer);
      UUID quiz = course.activity("LINE_ITEM", "Quiz");
      UUID ada = course.learner("Ada");
      course.evidence(quiz, ada, "COMPLETED", null, null);
      attachment = attach(new RuleTree.Completed(quiz));
      database.execute(
          "insert into resource_link (id, course_id, link_id, lineitem_url, attachment_id,"
              + " created_at, version) values (?, ?, 'link-1', ?, ?, ?, 1)",
          UUID.randomUUID(),
          course.course,
          COLUMN,
          attachment,
          SampleCourse.THEN);
      choose(WriteBack.AWARDED);
      database.transaction(
          em -> new RuleDesk(em).switching.on(attachment, course.course, lecturer));
      award =
          database.compute(
              em -> {
                RuleDesk desk = new RuleDesk(em);
                desk.evidence(quiz, ada);
                return desk.offered.events.get(0).awardIds().get(0);
              });
    }

    UUID attach(RuleTree tree) {
      UUID badge = course.badgeClass();
      return database.compute(
          em ->
              new RuleDesk(em)
                  .attach
                  .attach(course.course, badge, tree, AwardRule.Mode.AUTOMATIC, lecturer)
                  .id());
    }

    void choose(WriteBack writeBack) {
      database.transaction(
          em ->
              new RuleDesk(em).switching.writeBack(attachment, course.course, writeBack, lecturer));
    }

    RuleDesk run(Supplier<Publication> answer) {
      return run(award, answer);
    }

    RuleDesk run(UUID of, Supplier<Publication> answer) {
      return database.compute(
          em -> {
            RuleDesk desk = new RuleDesk(em);
            desk.gradebook.answer = answer;
            desk.writeBackJob.run(of.toString());
            return desk;
          });
    }

    void end(AwardState state) {
      database.execute(
          "update direct_award set state = ?, ended_at = ? where id = ?",
          state.name(),
          SampleCourse.THEN,
          award);
    }

    /** Offered to the same learner by hand. */
    UUID nextEdition() {
      UUID id = UUID.randomUUID();
      database.execute(
          "insert into direct_award (id, institution_id, badge_class_id, lms_user_id, edition,"
              + " state, sandbox, origin, course_id, reason, rule_met_at, offered_at, created_at,"
              + " version) select ?, institution_id, badge_class_id, lms_user_id, 2, 'OFFERED',"
              + " false, 'LAUNCH', course_id, reason, rule_met_at, offered_at, created_at, 1"
              + " from direct_award where id = ?",
          id,
          award);
      return id;
    }

    List<String> owed(Consumer<RuleDesk> deed) {
      return database.compute(
          em -> {
            RuleDesk desk = new RuleDesk(em);
            deed.accept(desk);
            return List.copyOf(desk.jobs.owed);
          });
    }

    List<GradebookScores.Untaken> untaken() {
      return database.compute(em -> new RuleDesk(em).scores.untaken(attachment));
    }

    Duration waitAfter(@Nullable Duration asked) {
      return database.compute(
          em -> {
            RuleDesk desk = new RuleDesk(em);
            desk.gradebook.answer =
                () -> {
                  throw new ExternalUnavailable("down", asked, null);
                };
            try {
              desk.writeBackJob.run(award.toString());
            } catch (RetryLater e) {
              return e.duration();
            }
            throw new AssertionError("is not asked again");
          });
    }

    long noted(String action, String reason) {
      return database.count(
          "select count(*) from audit_entry where action = ? and reason = ? and subject_id = ?",
          action,
          reason,
          award.toString());
    }

    @Override
    public void close() {
      database.close();
    }
  }
}
