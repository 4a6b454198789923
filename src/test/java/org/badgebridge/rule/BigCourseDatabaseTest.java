package org.badgebridge.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.badgebridge.rule.RuleTree.ScoreAtLeast;
import org.badgebridge.rule.Standing.Group;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BigCourseDatabaseTest {

  private static final int LEARNERS = 2_000;
  private static final int PAGE = 25;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void tellsWhereThousandsOfLearnersStandPageByPage(TestDatabase kind) throws SQLException {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID quiz = course.activity("LINE_ITEM", "Quiz");
      fill(database, course, quiz);
      UUID badge = course.badgeClass();
      UUID attachment =
          database.compute(
              em ->
                  new RuleDesk(em)
                      .attach
                      .attach(
                          course.course,
                          badge,
                          new ScoreAtLeast(quiz, 50),
                          AwardRule.Mode.AUTOMATIC,
                          RuleDesk.lecturer(course.lecturer))
                      .id());
      Standing standing = database.compute(em -> new RuleDesk(em).dryRun.of(attachment));
      Standing.Slice first = standing.page(Group.WOULD_GET, null, PAGE);
      Standing.Slice second = standing.page(Group.WOULD_GET, first.next(), PAGE);
      assertThat(standing.count(Group.WOULD_GET)).isEqualTo(LEARNERS / 2);
      assertThat(standing.count(Group.NOT_YET)).isEqualTo(LEARNERS / 2);
      assertThat(Stream.of(first, second).flatMap(page -> page.learners().stream()))
          .extracting(LearnerStanding::name)
          .hasSize(2 * PAGE)
          .isSorted()
          .doesNotHaveDuplicates();
    }
  }

  private static void fill(OpenDatabase database, SampleCourse course, UUID quiz)
      throws SQLException {
    try (Connection connection = database.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      UUID[] ids =
          IntStream.range(0, LEARNERS).mapToObj(i -> UUID.randomUUID()).toArray(UUID[]::new);
      each(
          connection,
          ids,
          "insert into person (id, created_at) values (?, ?)",
          (s, i) -> {
            s.setObject(1, ids[i]);
            s.setObject(2, SampleCourse.THEN);
          });
      each(
          connection,
          ids,
          "insert into lms_user (id, platform_id, sub, person_id, name, test_user, created_at,"
              + " updated_at) values (?, ?, ?, ?, ?, false, ?, ?)",
          (s, i) -> {
            s.setObject(1, ids[i]);
            s.setObject(2, course.platform);
            s.setObject(3, "big-" + i);
            s.setObject(4, ids[i]);
            s.setObject(5, String.format("Learner %04d", i * 1009 % LEARNERS));
            s.setObject(6, SampleCourse.THEN);
            s.setObject(7, SampleCourse.THEN);
          });
      each(
          connection,
          ids,
          "insert into membership (course_id, lms_user_id, role, active, ever_lecturer, seen_at)"
              + " values (?, ?, 'LEARNER', true, false, ?)",
          (s, i) -> {
            s.setObject(1, course.course);
            s.setObject(2, ids[i]);
            s.setObject(3, SampleCourse.THEN);
          });
      each(
          connection,
          ids,
          "insert into passback (id, institution_id, source, dedupe_key, activity_id, lms_user_id,"
              + " kind, score, maximum, occurred_at, received_at)"
              + " values (?, ?, 'gradebook', ?, ?, ?, 'SCORED', ?, 10, ?, ?)",
          (s, i) -> {
            s.setObject(1, ids[i]);
            s.setObject(2, course.institution);
            s.setObject(3, ids[i].toString());
            s.setObject(4, quiz);
            s.setObject(5, ids[i]);
            s.setObject(6, (double) (i % 10));
            s.setObject(7, SampleCourse.THEN);
            s.setObject(8, SampleCourse.THEN);
          });
      each(
          connection,
          ids,
          "insert into evidence (activity_id, lms_user_id, kind, passback_id, source, score, maximum,"
              + " occurred_at) values (?, ?, 'SCORED', ?, 'gradebook', ?, 10, ?)",
          (s, i) -> {
            s.setObject(1, quiz);
            s.setObject(2, ids[i]);
            s.setObject(3, ids[i]);
            s.setObject(4, (double) (i % 10));
            s.setObject(5, SampleCourse.THEN);
          });
      connection.commit();
    }
  }

  private interface Row {
    void set(PreparedStatement statement, int i) throws SQLException;
  }

  private static void each(Connection connection, UUID[] ids, String sql, Row row)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < ids.length; i++) {
        row.set(statement, i);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
