package org.badgebridge.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.badgebridge.database.Sql;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordCourseDatabaseTest {

  private static final String VERSIONS =
      "select sum(c.version + l.version) from course c join resource_link l on l.course_id = c.id";

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theFirstLaunchMakesCourseAndPlacement(TestDatabase kind) {
    try (var database = kind.open()) {
      var sample = new SampleCourse(database);
      CourseVisit visit = record(database).record(seen(sample, "202", "Ethics", "/items/1"));

      assertThat(visit.course().name()).isEqualTo("Ethics");
      assertThat(visit.course().agsScopes()).containsExactlyInAnyOrder("a", "b");
      assertThat(visit.link()).isNotNull();
      Courses courses = new Courses(new Sql(database.dataSource()));
      assertThat(courses.find(visit.course().id())).contains(visit.course());
      assertThat(courses.platformOf(visit.course().id())).isEqualTo(sample.platform);
      assertThat(courses.institutionOf(visit.course().id())).isEqualTo(sample.institution);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aLaunchThatTellsNothingNewWritesNothing(TestDatabase kind) {
    try (var database = kind.open()) {
      var sample = new SampleCourse(database);
      CourseVisit first = record(database).record(seen(sample, "202", "Ethics", "/items/1"));
      long before = database.count(VERSIONS);

      assertThat(record(database).record(seen(sample, "202", "Ethics", "/items/1")))
          .isEqualTo(first);
      assertThat(record(database).record(seen(sample, "202", null, "/items/1"))).isEqualTo(first);
      assertThat(database.count(VERSIONS)).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aLostLineItemIsForgottenAndANewTitleTakenOver(TestDatabase kind) {
    try (var database = kind.open()) {
      var sample = new SampleCourse(database);
      record(database).record(seen(sample, "202", "Ethics", "/items/1"));
      CourseVisit now = record(database).record(seen(sample, "202", "Ethics II", null));

      assertThat(now.course().title()).isEqualTo("Ethics II");
      assertThat(now.link()).isNotNull().extracting(ResourceLink::lineitemUrl).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void sixteenFirstLaunchesAtOnceMakeOneCourse(TestDatabase kind) throws Exception {
    try (var database = kind.open()) {
      var sample = new SampleCourse(database);
      RecordCourse record = record(database);
      ExecutorService threads = Executors.newFixedThreadPool(16);
      CountDownLatch start = new CountDownLatch(1);
      List<Future<CourseVisit>> visits = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        visits.add(
            threads.submit(
                () -> {
                  start.await();
                  return record.record(seen(sample, "303", "Logic", null));
                }));
      }
      start.countDown();
      Set<UUID> courses = new HashSet<>();
      for (Future<CourseVisit> visit : visits) {
        courses.add(visit.get().course().id());
      }
      threads.shutdown();

      assertThat(courses).hasSize(1);
      assertThat(database.count("select count(*) from resource_link")).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void deploymentsDoNotShareCourses(TestDatabase kind) {
    try (var database = kind.open()) {
      var one = new SampleCourse(database);
      var other = new SampleCourse(database);
      UUID first = record(database).record(seen(one, "202", "Ethics", null)).course().id();
      UUID second = record(database).record(seen(other, "202", "Ethics", null)).course().id();
      assertThat(first).isNotEqualTo(second);
    }
  }

  private static CourseSeen seen(
      SampleCourse sample, String id, @Nullable String title, @Nullable String lineItem) {
    return new CourseSeen(
        sample.deployment,
        id,
        title,
        "LBL",
        null,
        "https://lms.example/members",
        "https://lms.example/items",
        Set.of("a", "b"),
        new CourseSeen.LinkSeen("link-1", "Badge", lineItem));
  }

  private static RecordCourse record(OpenDatabase database) {
    return new RecordCourse(new Sql(database.dataSource()), new MovableClock());
  }
}
