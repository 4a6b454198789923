package org.badgebridge.passback.connector;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.course.Activities;
import org.badgebridge.course.Activity;
import org.badgebridge.database.Sql;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.keys.Sealer;
import org.badgebridge.keys.SecretsKey;
import org.badgebridge.passback.CourseLooked;
import org.badgebridge.passback.Evidence;
import org.badgebridge.passback.Fact;
import org.badgebridge.passback.PassbackRecorded;
import org.badgebridge.passback.RecordPassback;
import org.badgebridge.passback.connector.Reports.State;
import org.badgebridge.passback.connector.Reports.Waiting;
import org.badgebridge.testing.Heard;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.jspecify.annotations.Nullable;

/** One connector of a sample course, and the use cases of connectors, wired by hand. */
public final class ConnectorDesk {

  public static final PublicOrigin ORIGIN = new PublicOrigin("https://badges.example.org");
  public static final Sealer SEALER =
      new Sealer(
          new SecretsKey(ORIGIN, Optional.of("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=")));

  public final SampleCourse course;
  public final MovableClock clock = new MovableClock();
  public final Heard<PassbackRecorded> heard = new Heard<>();
  public final Connectors connectors;
  public final Connector connector;

  private final OpenDatabase database;
  private final Sql sql;
  private final SortReports sorting;
  private @Nullable UUID failing;

  public ConnectorDesk(OpenDatabase database) {
    this(database, "xapi", Map.of(), null);
  }

  /** A connector of this source, with these settings and this secret. */
  public ConnectorDesk(
      OpenDatabase database, String source, Map<String, String> settings, @Nullable String secret) {
    this.database = database;
    sql = new Sql(database.dataSource());
    course = new SampleCourse(database);
    connectors = new Connectors(sql, SEALER);
    UUID id = UUID.randomUUID();
    database.execute(
        "insert into connector (id, institution_id, platform_id, source, name, settings, secret,"
            + " active, created_at) values (?, ?, ?, ?, 'Records', ?, ?, true, ?)",
        id,
        course.institution,
        course.platform,
        source,
        Connectors.written(settings),
        connectors.toKeep(secret),
        SampleCourse.THEN);
    connector = connectors.get(id);
    heard.by(
        event -> {
          if (event.all().stream().anyMatch(each -> each.lmsUserId().equals(failing))) {
            throw new IllegalStateException("as ordered");
          }
        });
    sorting = new SortReports(new Reports(sql), matching(), clock);
  }

  /** Matches in a transaction, as on the server. */
  private MatchReports matching() {
    return new MatchReports(
        new Reports(sql),
        connectors,
        new Directory(sql),
        new Activities(sql, clock),
        new RecordPassback(sql, new Evidence(sql), clock, heard)) {
      @Override
      public void match(List<Waiting> batch) {
        database.transaction(entityManager -> in(entityManager).match(batch));
      }
    };
  }

  private MatchReports in(EntityManager entityManager) {
    Sql joined = new Sql(JoinedDataSource.of(entityManager));
    return new MatchReports(
        new Reports(joined),
        new Connectors(joined, SEALER),
        new Directory(joined),
        new Activities(joined, clock),
        new RecordPassback(joined, new Evidence(joined), clock, heard));
  }

  /** Takes reports of the connector in one transaction. */
  public void take(Report... reports) {
    database.transaction(
        entityManager ->
            new TakeReports(new Sql(JoinedDataSource.of(entityManager)), clock)
                .take(connector, List.of(reports)));
  }

  /** Sorts out all that waits. */
  public void sort() {
    sorting.run();
  }

  /** A lecturer's look at the course has ended. */
  void looked() {
    sorting.sort(new CourseLooked(course.course));
  }

  /** So much later that what waits is looked at again. */
  public void later() {
    clock.advance(Duration.ofMinutes(6));
  }

  /** How many reports are in each state. */
  public Map<State, Long> counts() {
    return new Reports(sql).counts(connector.id());
  }

  /** Lets everything about one learner fail from now on; null for nobody. */
  public void failFor(@Nullable UUID learner) {
    failing = learner;
  }

  /** Our id of the activity that the platform numbers so. */
  public UUID module(String number) {
    return new Activities(sql, clock)
        .find(course.course, Activity.Kind.MODULE, number)
        .orElseThrow()
        .id();
  }

  /** What the platform calls a user. */
  public String sub(UUID user) {
    return sql.first("select sub from lms_user where id = ?", row -> row.text("sub"), user)
        .orElseThrow();
  }

  /** One more course of the platform, seen for the first time now. */
  public UUID course(String contextId) {
    UUID id = UUID.randomUUID();
    database.execute(
        "insert into course (id, deployment_id, context_id, title, created_at, version)"
            + " values (?, ?, ?, 'More', ?, 1)",
        id,
        course.deployment,
        contextId,
        clock.instant().atOffset(ZoneOffset.UTC));
    return id;
  }

  /** Puts somebody on a roster. */
  public void member(UUID courseId, UUID user, Instant seenAt) {
    database.execute(
        "insert into membership (course_id, lms_user_id, role, active, ever_lecturer, seen_at)"
            + " values (?, ?, 'LEARNER', true, false, ?)",
        courseId,
        user,
        seenAt.atOffset(ZoneOffset.UTC));
  }

  public Report completed(
      String key, String courseReference, String module, String learner, Instant at) {
    return completed(key, Report.Where.of(courseReference), module, learner, at);
  }

  public Report completed(
      String key, Report.Where where, String module, String learner, Instant at) {
    return new Report(
        key,
        where,
        Report.What.module(module, "Quiz " + module),
        learner,
        Fact.Kind.COMPLETED,
        null,
        null,
        at);
  }

  public Report uncompleted(
      String key, String courseReference, String module, String learner, Instant at) {
    return new Report(
        key,
        Report.Where.of(courseReference),
        Report.What.module(module, "Quiz " + module),
        learner,
        Fact.Kind.COMPLETED,
        null,
        null,
        at,
        true);
  }
}
