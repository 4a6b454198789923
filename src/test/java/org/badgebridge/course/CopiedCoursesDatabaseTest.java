package org.badgebridge.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.badgebridge.database.Sql;
import org.badgebridge.platform.notice.CourseCopied;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sample course is known as 101. */
class CopiedCoursesDatabaseTest {

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aCopyIsKnownBeforeAnybodyOpensIt(TestDatabase kind) {
    try (var database = kind.open()) {
      var sample = new SampleCourse(database);
      tell(database, sample.deployment, "202", "101");

      Course copy = find(database, sample, "202");
      assertThat(copy).isNotNull();
      assertThat(copy.name()).isEqualTo("Logic again");
      assertThat(copy.label()).isEqualTo("L2");
      assertThat(copy.history()).isEqualTo("101");
      assertThat(origins(database).of(copy)).extracting(Course::id).containsExactly(sample.course);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aCopyOfACopyKnowsThemAll(TestDatabase kind) {
    try (var database = kind.open()) {
      var sample = new SampleCourse(database);
      tell(database, sample.deployment, "202", "101");
      tell(database, sample.deployment, "303", "202");

      Course last = find(database, sample, "303");
      assertThat(last).isNotNull().extracting(Course::history).isEqualTo("202,101");
      assertThat(origins(database).of(last))
          .extracting(Course::contextId)
          .containsExactly("202", "101");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theSameNoticeAgainAndALaterOneAddUp(TestDatabase kind) {
    try (var database = kind.open()) {
      var sample = new SampleCourse(database);
      tell(database, sample.deployment, "202", "101");
      tell(database, sample.deployment, "202", "101");
      tell(database, sample.deployment, "202", "150", "202");

      assertThat(find(database, sample, "202"))
          .isNotNull()
          .extracting(Course::history)
          .isEqualTo("150,101");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aCourseThatWasOpenedKeepsWhatItIs(TestDatabase kind) {
    try (var database = kind.open()) {
      var sample = new SampleCourse(database);
      record(database, sample, "202", null);
      tell(database, sample.deployment, "202", "101");
      record(database, sample, "202", null);

      Course copy = find(database, sample, "202");
      assertThat(copy).isNotNull();
      assertThat(copy.history()).isEqualTo("101");
      assertThat(copy.membershipsUrl()).isEqualTo("https://lms.example/members");
      assertThat(copy.agsScopes()).containsExactly("a");
      assertThat(record(database, sample, "202", "90,101").history()).isEqualTo("90,101");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void coursesWithoutBadgesAreNotKept(TestDatabase kind) {
    try (var database = kind.open()) {
      var sample = new SampleCourse(database);
      var elsewhere = new SampleCourse(database); // another platform, with a 101 of its own
      database.execute("delete from membership where course_id = ?", elsewhere.course);
      database.execute("delete from course where id = ?", elsewhere.course);
      tell(database, sample.deployment, "202", "900");
      tell(database, sample.deployment, "203");
      tell(database, elsewhere.deployment, "202", "101");

      assertThat(database.count("select count(*) from course")).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aCopyInAnotherDeploymentOfThePlatformIsFoundToo(TestDatabase kind) {
    try (var database = kind.open()) {
      var sample = new SampleCourse(database);
      UUID other = UUID.randomUUID();
      database.execute(
          "insert into deployment (id, platform_id, deployment_id, state, first_seen_at)"
              + " values (?, ?, '2', 'ACTIVE', ?)",
          other,
          sample.platform,
          SampleCourse.THEN);
      tell(database, other, "202", "101");

      Course copy = new Courses(new Sql(database.dataSource())).find(other, "202").orElseThrow();
      assertThat(origins(database).of(copy)).extracting(Course::id).containsExactly(sample.course);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void noticesAtTheSameMomentLoseNothing(TestDatabase kind) throws Exception {
    try (var database = kind.open()) {
      var sample = new SampleCourse(database);
      ExecutorService threads = Executors.newFixedThreadPool(8);
      CountDownLatch start = new CountDownLatch(1);
      List<Future<?>> told = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        String more = "9" + i;
        told.add(
            threads.submit(
                () -> {
                  start.await();
                  tell(database, sample.deployment, "202", "101", more);
                  return null;
                }));
      }
      start.countDown();
      for (Future<?> each : told) {
        each.get();
      }
      threads.shutdown();

      Course copy = find(database, sample, "202");
      assertThat(copy).isNotNull();
      assertThat(CourseOrigins.ids(copy.history())).hasSize(9);
    }
  }

  private static void tell(OpenDatabase database, UUID deployment, String copy, String... origins) {
    database.transaction(
        em -> {
          Sql sql = new Sql(JoinedDataSource.of(em));
          new CopiedCourses(
                  new Courses(sql),
                  new CourseOrigins(sql),
                  new RecordCourse(sql, new MovableClock()))
              .onCopied(new CourseCopied(deployment, copy, "Logic again", "L2", List.of(origins)));
        });
  }

  private static @Nullable Course find(OpenDatabase database, SampleCourse sample, String id) {
    return new Courses(new Sql(database.dataSource())).find(sample.deployment, id).orElse(null);
  }

  private static Course record(
      OpenDatabase database, SampleCourse sample, String id, @Nullable String history) {
    return new RecordCourse(new Sql(database.dataSource()), new MovableClock())
        .record(
            new CourseSeen(
                sample.deployment,
                id,
                "Logic again",
                "L2",
                history,
                "https://lms.example/members",
                "https://lms.example/items",
                Set.of("a"),
                null))
        .course();
  }

  private static CourseOrigins origins(OpenDatabase database) {
    return new CourseOrigins(new Sql(database.dataSource()));
  }
}
