package org.badgebridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.Failures.Mode;
import org.badgebridge.demo.Failures.Part;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.client.BrowserlessLaunch;
import org.badgebridge.demo.client.CookieRule;
import org.badgebridge.demo.client.ToolPage;
import org.badgebridge.demo.school.Activity;
import org.badgebridge.demo.school.Course;
import org.badgebridge.demo.school.Person;
import org.badgebridge.demo.school.Role;
import org.badgebridge.demo.services.WebServices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * One campus over the years: its Moodle is connected, so that activities that are not ours give
 * badges; a course is copied; its deployment goes by a new id.
 */
class ConnectedCampusIT {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Pattern ATTACHMENT =
      Pattern.compile("name=\"attachment\" value=\"([0-9a-f-]{36})\"");

  private static ServerProcess server;
  private static Campus campus;
  private static Caller caller;
  private static String cookie;

  @BeforeAll
  static void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
    server =
        new ServerProcess(
            folder,
            ServerProcess.freePort(),
            "jdbc:h2:" + folder.resolve("data/moodle") + ";AUTO_SERVER=TRUE");
    campus = Campus.start(0, Personality.MOODLE, server.address());
    server.register(campus, "Demo University");
    server.start();
    caller = new Caller(server.address());
    cookie = signedIn();
  }

  @AfterAll
  static void stop() {
    server.close();
    campus.close();
  }

  private static String signedIn() {
    HttpResponse<String> joined =
        caller.form(
            "/admin/set-up",
            Map.of(
                "code", server.setUpCode(),
                "name", "Ada Operator",
                "email", "ada@example.org",
                "password", "seven quiet herons wade",
                "repeated", "seven quiet herons wade"),
            "Sec-Fetch-Site",
            "same-origin");
    return joined.headers().firstValue("Set-Cookie").orElse("none").replaceAll(";.*", "");
  }

  @Test
  void aQuizAndAPageOfTheCourseGiveBadges() throws Exception {
    String connector = connect();
    assertThat(post(connector + "/test", Map.of()).body())
        .contains("It works")
        .contains("gradereport_user_get_grade_items")
        .doesNotContain(WebServices.TOKEN);

    BadgeCourse scored = BadgeCourse.make(campus, "scored");
    Activity quiz = campus.school().add(scored.course, Activity.Kind.QUIZ, "Final quiz", "Answer.");
    rule(scored, quiz, "score", "60");
    Person ada = scored.learnerWhoIsDone("Ada");
    Person bo = scored.learnerWhoIsDone("Bo");
    campus.school().grade(scored.course, quiz, ada, 70.0);
    campus.school().grade(scored.course, quiz, bo, 40.0);
    Frame lecturer = scored.lecturerFrame();
    lecturer.press("/course/attachment/on", Map.of());
    Waiting.until("ada is offered the badge", () -> BadgeCourse.offers(scored.open(ada)));
    assertThat(scored.open(ada).body()).contains("Final quiz");
    assertThat(BadgeCourse.offers(scored.open(bo))).isFalse();
    scored.claim(ada);
    assertThat(post(connector + "/test", Map.of()).body()).contains("in “Course scored”");

    BadgeCourse completed = BadgeCourse.make(campus, "completed");
    Activity page = campus.school().add(completed.course, Activity.Kind.PAGE, "Read me", "Read.");
    rule(completed, page, "completed", "");
    Person cy = completed.learnerWhoIsDone("Cy");
    Frame second = completed.lecturerFrame();
    second.press("/course/attachment/on", Map.of());
    Waiting.until("the first look is over", () -> looked(second));
    assertThat(BadgeCourse.offers(completed.open(cy))).isFalse();

    campus.failures().set(Part.WEB_SERVICES, Mode.NONSENSE);
    campus.school().complete(page, cy);
    look(second);
    assertThat(BadgeCourse.offers(completed.open(cy))).isFalse();
    assertThat(get(connector).body()).contains("Moodle did not answer as it should");

    campus.failures().repairAll();
    Waiting.until(
        "cy is offered the badge",
        () -> {
          look(second);
          return BadgeCourse.offers(completed.open(cy));
        });
    assertThat(get(connector).body()).contains("Read me").contains("Final quiz");
  }

  @Test
  void aCopiedCourseTakesItsBadgesOverWhenALecturerSaysSo() throws Exception {
    BadgeCourse old = BadgeCourse.make(campus, "old");
    old.switchOn();
    Person ada = old.learnerWhoIsDone("Ada");
    old.claim(ada);
    Course copy = campus.school().copy(old.course, "new", "Next year");
    Activity tool = only(copy, Activity.Kind.TOOL);
    campus.school().complete(only(copy, Activity.Kind.PAGE), ada);
    Person bo = campus.school().addPerson("Bo", "Learner", Role.LEARNER);
    campus.school().enrol(copy, bo, Role.LEARNER);
    campus.school().complete(only(copy, Activity.Kind.PAGE), bo);

    ToolPage opened = open(old.lecturer, copy, tool);
    assertThat(opened.body()).contains("Badges that came along").contains("Course old");
    Frame lecturer = Frame.of(opened);
    assertThat(lecturer.get("/course/roll-over/other").body()).contains("Add a badge");
    String attachment = Frame.found(ATTACHMENT, opened.body());
    assertThat(lecturer.press("/course/roll-over", Map.of("attachment", attachment)).body())
        .contains("here, as a draft");
    assertThat(lecturer.post("/course/roll-over", Map.of("attachment", "x")).status())
        .isEqualTo(404);
    assertThat(lecturer.get("/course/attachment").body()).contains("Badge old");
    assertThat(BadgeCourse.offers(open(bo, copy, tool))).isFalse();

    lecturer.press("/course/attachment/restriction", Map.of("confirmed", "true"));
    lecturer.press("/course/attachment/on", Map.of());
    Waiting.until("bo is offered the badge", () -> BadgeCourse.offers(open(bo, copy, tool)));
    assertThat(BadgeCourse.offers(open(ada, copy, tool))).isFalse();
    try (Ledger ledger = Ledger.of(server)) {
      assertThat(
              ledger.count(
                  "select count(*) from direct_award a join lms_user u on u.id = a.lms_user_id"
                      + " where u.sub = ?",
                  ada.id()))
          .isOne();
    }
  }

  @Test
  void aDeploymentWithANewIdKeepsItsCourses() throws Exception {
    BadgeCourse course = BadgeCourse.make(campus, "moved");
    course.switchOn();
    Person ada = course.learnerWhoIsDone("Ada");
    assertThat(BadgeCourse.offers(course.open(ada))).isTrue();
    String old = campus.deploymentId();
    campus.school().tools().put(campus.tool().deployed(List.of("77")));
    assertThat(course.open(ada).status()).isNotEqualTo(200);

    String platform;
    try (Ledger ledger = Ledger.of(server)) {
      platform = ledger.rows("select id from platform").get(0);
    }
    String page = "/admin/platforms/" + platform;
    assertThat(get(page).body()).contains("A deployment has a new id");
    assertThat(post(page + "/replaced", Map.of("old", old, "new", "78")).statusCode())
        .isEqualTo(404);
    assertThat(post(page + "/replaced", Map.of("old", old, "new", "77")).statusCode())
        .isEqualTo(303);

    Waiting.until("the new id is let in", () -> course.open(ada).status() == 200);
    assertThat(BadgeCourse.offers(course.open(ada))).isTrue();
    course.claim(ada);
  }

  private static Activity only(Course course, Activity.Kind kind) {
    return course.activities().stream()
        .filter(each -> each.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private static ToolPage open(Person person, Course course, Activity activity) {
    return new BrowserlessLaunch(campus, person, CookieRule.PARTITIONED_ONLY)
        .open(course, activity);
  }

  /** Presses "look now" and waits until the look is over. */
  private static void look(Frame lecturer) throws Exception {
    lecturer.post("/course/attachment/look", Map.of());
    Waiting.until("the look is over", () -> looked(lecturer));
  }

  private static boolean looked(Frame lecturer) {
    return !lecturer.get("/course/attachment").body().contains("delay:2s");
  }

  private static String connect() throws SQLException {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("source", "moodle");
    fields.put("name", "Campus");
    fields.put("site", "");
    fields.put("secret", WebServices.TOKEN);
    try (Ledger ledger = Ledger.of(server)) {
      fields.put("institution", ledger.rows("select institution_id from platform").get(0));
      fields.put("platform", ledger.rows("select id from platform").get(0));
    }
    HttpResponse<String> made = post("/admin/sources/new", fields);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
    String path = made.headers().firstValue("Location").orElseThrow();
    return path.substring(path.indexOf("/admin/sources"));
  }

  private static HttpResponse<String> post(String path, Map<String, String> fields) {
    return caller.form(path, fields, "Cookie", cookie, "Sec-Fetch-Site", "same-origin");
  }

  private static HttpResponse<String> get(String path) {
    return caller.get(path, "Cookie", cookie, "Accept", "text/html");
  }

  /** The lecturer chooses an activity in the rule editor, sees who would get the badge, saves. */
  private static void rule(BadgeCourse course, Activity activity, String kind, String low) {
    Frame lecturer = course.lecturerFrame();
    String form =
        "kind=all&depth=0&subject=&low=&high=&kind=%s&depth=1&subject=MODULE/%d&low=%s&high="
            .formatted(kind, activity.number(), low);
    String editor = "/course/attachment/editor";
    assertThat(lecturer.send(editor + "/trial", FORM, form).body()).contains("Nobody would get it");
    assertThat(lecturer.send(editor + "/edit", FORM, form).body())
        .contains("selected>" + activity.title() + " (activity)");
    assertThat(lecturer.send(editor, FORM, form).body()).contains("The rule is changed");
  }
}
