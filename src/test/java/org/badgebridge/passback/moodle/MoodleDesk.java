package org.badgebridge.passback.moodle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.course.Activities;
import org.badgebridge.course.Activity;
import org.badgebridge.course.Courses;
import org.badgebridge.course.RefreshRoster;
import org.badgebridge.course.ResourceLinks;
import org.badgebridge.database.Sql;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.external.Outbound;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.passback.Evidence;
import org.badgebridge.passback.EvidenceItem;
import org.badgebridge.passback.Fact;
import org.badgebridge.passback.Look;
import org.badgebridge.passback.Round;
import org.badgebridge.passback.Target;
import org.badgebridge.passback.WatchedActivities.Watched;
import org.badgebridge.passback.connector.ConnectorDesk;
import org.badgebridge.passback.connector.ConnectorFaults;
import org.badgebridge.passback.connector.ConnectorPlatforms;
import org.badgebridge.passback.connector.TakeReports;
import org.badgebridge.roster.Members;
import org.badgebridge.roster.Memberships;
import org.badgebridge.roster.RosterLedger;
import org.badgebridge.roster.SyncRoster;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.People;
import org.badgebridge.testing.SampleCourse;

/** A course in a Moodle on paper, and all that asks it, wired by hand. */
final class MoodleDesk implements AutoCloseable {

  final MoodleOnPaper moodle = new MoodleOnPaper();
  final ConnectorDesk connectors;
  final MoodleKind kind;
  final CourseModules modules;
  final ConnectorFaults faults;
  final Evidence evidence;

  private final OpenDatabase database;
  private final Sql sql;
  private final MoodleSource source;

  MoodleDesk(OpenDatabase database) {
    this(database, MoodleOnPaper.TOKEN);
  }

  MoodleDesk(OpenDatabase database, String token) {
    this.database = database;
    sql = new Sql(database.dataSource());
    connectors = new ConnectorDesk(database, "moodle", Map.of("site", moodle.server.at("")), token);
    database.execute(
        "update platform set issuer = ? where id = ?",
        moodle.server.at(""),
        connectors.course.platform);
    faults = new ConnectorFaults(sql, connectors.clock);
    evidence = new Evidence(sql);
    var platforms = new ConnectorPlatforms(sql);
    var services = new MoodleServices(new Outbound(new PublicOrigin("http://127.0.0.1:1")));
    var sites = new MoodleSites(connectors.connectors, platforms, faults);
    var courses = new Courses(sql);
    var memberships = new Memberships(sql);
    var users = People.users(sql, connectors.clock);
    var noRoster =
        new SyncRoster(
            new Members(
                (platform, call) -> {
                  throw new ExternalUnavailable("no roster", null, null);
                }),
            new RosterLedger(users, memberships, connectors.clock));
    var turns = new LearnerTurns(sql);
    var contents = database.compute(em -> new CourseContents(services, new ResourceLinks(sql, em)));
    kind =
        new MoodleKind(
            sites, services, platforms, new CourseTrial(courses, contents, turns, services));
    source =
        new MoodleSource(
            sites,
            new AskMoodle(services, turns, connectors.clock),
            new Differences(evidence, memberships),
            new RefreshRoster(courses, noRoster),
            new TakeReports(sql, connectors.clock),
            connectors.clock);
    modules = new CourseModules(sites, contents, courses, connectors.clock);
  }

  Instant now() {
    return connectors.clock.instant();
  }

  /** A learner whom Moodle numbers so. */
  UUID learner(String name, String number) {
    UUID id = connectors.course.learner(name);
    database.execute("update lms_user set sub = ? where id = ?", number, id);
    return id;
  }

  /** Badge Bridge placed in the course, as Moodle numbers its external tools. */
  void placed(String instance) {
    database.execute(
        "insert into resource_link (id, course_id, link_id, created_at, version)"
            + " values (?, ?, ?, ?, 1)",
        UUID.randomUUID(),
        connectors.course.course,
        instance,
        SampleCourse.THEN);
  }

  Activity module(String cmid) {
    return new Activities(sql, connectors.clock)
        .known(connectors.course.course, Activity.Kind.MODULE, cmid, "Quiz " + cmid);
  }

  Activity wholeCourse() {
    return new Activities(sql, connectors.clock)
        .known(connectors.course.course, Activity.Kind.COURSE, "course", "Logic");
  }

  Target target(Activity activity, boolean completion, boolean score) {
    return new Target(
        connectors.course.institution,
        connectors.course.platform,
        new Courses(sql).find(connectors.course.course).orElseThrow(),
        activity,
        null,
        new Watched(activity.id(), false, completion, score));
  }

  boolean covers(Activity activity) {
    return source.covers(target(activity, true, true));
  }

  /** One look at everything about these, in one round; then the reports are sorted out. */
  Look look(Activity... activities) {
    Round round = new Round();
    Look last = Look.done(false);
    for (Activity each : activities) {
      last = source.look(target(each, true, true), round);
    }
    connectors.sort();
    return last;
  }

  Look lookAtCompletion(Activity activity) {
    Look look = source.look(target(activity, true, false), new Round());
    connectors.sort();
    return look;
  }

  Look lookAtScore(Activity activity) {
    Look look = source.look(target(activity, false, true), new Round());
    connectors.sort();
    return look;
  }

  /** What is known of one learner and activity, by kind, without what was taken back. */
  List<EvidenceItem> known(Activity activity, UUID user) {
    return evidence.of(user, List.of(activity.id())).stream()
        .filter(item -> !item.undone())
        .toList();
  }

  List<Fact.Kind> kinds(Activity activity, UUID user) {
    List<EvidenceItem> items = known(activity, user);
    return items.stream().map(EvidenceItem::kind).sorted().toList();
  }

  @Override
  public void close() {
    moodle.close();
  }
}
