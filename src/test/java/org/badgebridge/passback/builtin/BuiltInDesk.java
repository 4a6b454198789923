package org.badgebridge.passback.builtin;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.course.Courses;
import org.badgebridge.course.ResourceLinks;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.passback.connector.ConnectorPlatforms;
import org.badgebridge.passback.connector.ConnectorPlatforms.Served;
import org.badgebridge.passback.gradebook.GradebookOnWire;
import org.badgebridge.roster.Members;
import org.badgebridge.testing.FakeServices;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;

/** A course of a platform whose services are on a real port, and the tests of its sources. */
final class BuiltInDesk implements AutoCloseable {

  static final String SCOPE = "https://purl.imsglobal.org/spec/lti-ags/scope/";

  final OpenDatabase database;
  final SampleCourse course;
  final FakeServices services;
  final MovableClock clock = new MovableClock();
  final Sql sql;
  final PlatformCourses courses;
  final Standings standings;

  BuiltInDesk(TestDatabase kind, Function<FakeServices.Asked, FakeServices.Reply> platform) {
    database = kind.open();
    course = new SampleCourse(database);
    services = new FakeServices(platform);
    sql = new Sql(database.dataSource());
    courses = new PlatformCourses(sql, new Courses(sql));
    standings = new Standings(sql, clock);
  }

  /** What the last launch of the course offered; null for nothing. */
  void offers(@Nullable String roster, @Nullable String columns, String... scopes) {
    database.execute(
        "update course set memberships_url = ?, lineitems_url = ?, ags_scopes = ? where id = ?",
        roster == null ? null : services.at(roster),
        columns == null ? null : services.at(columns),
        scopes.length == 0 ? null : SCOPE + String.join(" " + SCOPE, scopes),
        course.course);
  }

  void product(String product) {
    database.execute("update platform set product = ? where id = ?", product, course.platform);
  }

  void link(String id, String title, @Nullable String column) {
    database.execute(
        "insert into resource_link (id, course_id, link_id, title, lineitem_url, created_at,"
            + " version) values (?, ?, ?, ?, ?, ?, 1)",
        UUID.randomUUID(),
        course.course,
        id,
        title,
        column == null ? null : services.at(column),
        SampleCourse.THEN);
  }

  Tested test(BuiltIn source) {
    return test(source, course.institution, course.course);
  }

  Tested test(BuiltIn source, UUID institution, UUID courseId) {
    Served platform = new ConnectorPlatforms(sql).get(course.platform);
    ResourceLinks links = database.compute(entityManager -> new ResourceLinks(sql, entityManager));
    return new TestBuiltIn(
            courses,
            new Notes(),
            List.of(
                new TryMembership(new Members(services::call), links),
                new TryGradebook(GradebookOnWire.of(services), links),
                new TryLaunch(standings)))
        .test(source, platform, institution, courseId, Actor.system("test"));
  }

  /** Notes in transactions of their own. */
  private final class Notes extends NoteTests {

    Notes() {
      super(database.compute(entityManager -> new AuditTrail(entityManager, clock)));
    }

    @Override
    void tested(UUID institutionId, UUID platformId, String outcome, Actor actor) {
      database.transaction(
          entityManager ->
              new NoteTests(new AuditTrail(entityManager, clock))
                  .tested(institutionId, platformId, outcome, actor));
    }
  }

  long audited(String outcome) {
    return database.count(
        "select count(*) from audit_entry where action = 'source.tested' and subject_id = ?"
            + " and reason = ?",
        course.platform.toString(),
        outcome);
  }

  @Override
  public void close() {
    services.close();
    database.close();
  }
}
