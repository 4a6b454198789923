package org.badgebridge.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.platform.DeploymentReplaced;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MoveCoursesDatabaseTest {

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void coursesFollowUnlessOneOfTheirNameIsThere(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID fresh = UUID.randomUUID();
      database.execute(
          "insert into deployment (id, platform_id, deployment_id, state, first_seen_at)"
              + " values (?, ?, '2', 'ACTIVE', ?)",
          fresh,
          course.platform,
          SampleCourse.THEN);
      UUID both = course(database, course.deployment, "102");
      course(database, fresh, "102");
      UUID elsewhere = new SampleCourse(database).course;

      database.transaction(
          em ->
              new MoveCourses(
                      new Sql(JoinedDataSource.of(em)), new AuditTrail(em, Clock.systemUTC()))
                  .onReplaced(
                      new DeploymentReplaced(
                          course.deployment, fresh, course.institution, Actor.system("test"))));

      Courses courses = new Courses(new Sql(database.dataSource()));
      assertThat(courses.find(course.course).orElseThrow().deploymentId()).isEqualTo(fresh);
      assertThat(courses.find(both).orElseThrow().deploymentId()).isEqualTo(course.deployment);
      assertThat(courses.find(elsewhere).orElseThrow().deploymentId()).isNotEqualTo(fresh);
      assertThat(courses.find(fresh, "101")).map(Course::id).hasValue(course.course);
      assertThat(
              database.count(
                  "select count(*) from audit_entry where action = 'courses.moved'"
                      + " and reason = '1 moved, 1 stayed'"))
          .isOne();
    }
  }

  private static UUID course(OpenDatabase database, UUID deployment, String contextId) {
    UUID id = UUID.randomUUID();
    database.execute(
        "insert into course (id, deployment_id, context_id, created_at, version)"
            + " values (?, ?, ?, ?, 1)",
        id,
        deployment,
        contextId,
        SampleCourse.THEN);
    return id;
  }
}
