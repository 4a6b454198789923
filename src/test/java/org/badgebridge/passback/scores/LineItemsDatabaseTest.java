package org.badgebridge.passback.scores;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.course.Activities;
import org.badgebridge.course.Activity;
import org.badgebridge.database.Sql;
import org.badgebridge.passback.connector.ConnectorDesk;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LineItemsDatabaseTest {

  private static final LineItems.Filter ANY = new LineItems.Filter(null, null, null);

  private static LineItem.Content content(
      String label, @Nullable String resource, @Nullable String tag) {
    return new LineItem.Content(
        label, 60, resource, tag, "link", Instant.parse("2026-11-01T08:00:00Z"), null, true);
  }

  private static LineItem make(OpenDatabase database, ConnectorDesk desk, LineItem.Content of) {
    return database.compute(
        entityManager -> {
          Sql joined = new Sql(JoinedDataSource.of(entityManager));
          return new KeepLineItem(
                  new LineItems(joined),
                  new Activities(joined, desk.clock),
                  new AuditTrail(entityManager, desk.clock),
                  desk.clock)
              .make(desk.connector, desk.course.course, of);
        });
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aLineItemIsAnActivityFromTheFirstMomentOn(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = new ConnectorDesk(database, "scores", Map.of(), null);
      LineItem item = make(database, desk, content("Exam", "r", "t"));
      var sql = new Sql(database.dataSource());
      var activities = new Activities(sql, desk.clock);
      String reference = desk.connector.id() + "/" + item.id();
      UUID course = desk.course.course;
      assertThat(activities.find(course, Activity.Kind.SENT, reference).orElseThrow().title())
          .isEqualTo("Exam");
      assertThat(new LineItems(sql).find(desk.connector.id(), course, item.id())).contains(item);

      database.transaction(
          entityManager -> {
            Sql joined = new Sql(JoinedDataSource.of(entityManager));
            var keep =
                new KeepLineItem(
                    new LineItems(joined),
                    new Activities(joined, desk.clock),
                    new AuditTrail(entityManager, desk.clock),
                    desk.clock);
            keep.change(desk.connector, item, content("Final exam", null, null));
          });
      assertThat(activities.find(course, Activity.Kind.SENT, reference).orElseThrow().title())
          .isEqualTo("Final exam");
      database.transaction(
          entityManager -> {
            Sql joined = new Sql(JoinedDataSource.of(entityManager));
            new KeepLineItem(
                    new LineItems(joined),
                    new Activities(joined, desk.clock),
                    new AuditTrail(entityManager, desk.clock),
                    desk.clock)
                .delete(desk.connector, item);
          });
      assertThat(new LineItems(sql).find(desk.connector.id(), course, item.id())).isEmpty();
      assertThat(activities.find(course, Activity.Kind.SENT, reference)).isPresent();
      assertThat(
              database.count("select count(*) from audit_entry where subject_kind = 'line-item'"))
          .isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void areFoundByFilterAndPageAndNeverByAnotherConnector(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = new ConnectorDesk(database, "scores", Map.of(), null);
      var other = new ConnectorDesk(database, "scores", Map.of(), null);
      for (int i = 0; i < 5; i++) {
        make(database, desk, content("Item " + i, i < 2 ? "r" : null, i == 0 ? "t" : null));
      }
      var lineItems = new LineItems(new Sql(database.dataSource()));
      UUID connector = desk.connector.id();
      UUID course = desk.course.course;
      assertThat(lineItems.page(connector, course, ANY, null, 10)).hasSize(5);
      assertThat(lineItems.page(connector, course, new LineItems.Filter("r", null, null), null, 10))
          .hasSize(2);
      assertThat(lineItems.page(connector, course, new LineItems.Filter("r", "t", null), null, 10))
          .hasSize(1);
      assertThat(
              lineItems.page(connector, course, new LineItems.Filter(null, null, "link"), null, 10))
          .hasSize(5);
      var first = lineItems.page(connector, course, ANY, null, 3);
      var rest = lineItems.page(connector, course, ANY, first.get(2).id(), 3);
      assertThat(rest).hasSize(2).doesNotContainAnyElementsOf(first);
      assertThat(lineItems.page(other.connector.id(), course, ANY, null, 10)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aCourseIsFoundByOurIdTheirsOrAnAliasButNeverOfAnotherInstitution(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = new ConnectorDesk(database, "scores", Map.of(), null);
      var courses = new ServedCourses(new Sql(database.dataSource()));
      database.execute(
          "insert into course_alias (course_id, alias, created_at) values (?, 'canvas:9', ?)",
          desk.course.course,
          SampleCourse.THEN);
      for (String name : new String[] {desk.course.course.toString(), "101", "canvas:9"}) {
        assertThat(courses.find(desk.connector, name).orElseThrow().id())
            .isEqualTo(desk.course.course);
      }
      assertThat(courses.find(desk.connector, "102")).isEmpty();
      assertThat(courses.newest(desk.connector)).hasSize(1);
      UUID other = new SampleCourse(database).institution;
      database.execute(
          "update deployment set institution_id = ? where id = ?", other, desk.course.deployment);
      for (String name : new String[] {desk.course.course.toString(), "101", "canvas:9"}) {
        assertThat(courses.find(desk.connector, name)).isEmpty();
      }
      assertThat(courses.newest(desk.connector)).isEmpty();
    }
  }
}
