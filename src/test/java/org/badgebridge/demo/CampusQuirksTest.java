package org.badgebridge.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.badgebridge.demo.http.Json;
import org.badgebridge.demo.oidc.Claims;
import org.badgebridge.demo.oidc.IdToken;
import org.badgebridge.demo.oidc.Roles;
import org.badgebridge.demo.school.Activity;
import org.badgebridge.demo.school.Column;
import org.badgebridge.demo.school.Course;
import org.badgebridge.demo.school.Person;
import org.badgebridge.demo.school.Placement;
import org.badgebridge.demo.school.Placement.NewColumn;
import org.badgebridge.demo.school.Restriction;
import org.badgebridge.demo.school.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Where Canvas, Brightspace and Blackboard answer otherwise than Moodle, and Moodle than others.
 */
class CampusQuirksTest {

  private static final String SCORE = "application/vnd.ims.lis.v1.score+json";
  private static final String RESULTS = "application/vnd.ims.lis.v2.resultcontainer+json";
  private static final String MEMBERS = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";

  /** A course with a lecturer, two learners, a page, and a badge of ten points that opens after. */
  private static final class Desk implements AutoCloseable {

    final FakeTool tool;
    final Campus campus;
    final Course course;
    final Person lecturer;
    final Person learner;
    final Person other;
    final Activity page;
    final Activity badge;

    Desk(Personality personality) {
      tool = new FakeTool(personality);
      campus = tool.campus;
      course = campus.school().addCourse("TST", "Test course");
      lecturer = enrolled("Lea", Role.LECTURER);
      learner = enrolled("Lou", Role.LEARNER);
      other = enrolled("Ona", Role.LEARNER);
      page = campus.school().add(course, Activity.Kind.PAGE, "Read this", "Please.");
      badge =
          campus
              .school()
              .add(
                  course,
                  Placement.of(campus.clientId(), "Badge").with(new NewColumn("B", 10, "", "")));
      campus.school().restrict(course, badge, Restriction.completed(page));
    }

    Person enrolled(String given, Role role) {
      Person person = campus.school().addPerson(given, "Quirk", role);
      campus.school().enrol(course, person, role);
      return person;
    }

    IdToken launch(Person person) {
      return campus.idToken(person, course, badge, "nonce");
    }

    @SuppressWarnings("unchecked") // what the campus itself put there
    String claim(String claim, String member) {
      Object claims = Objects.requireNonNull(launch(learner).claims().get(claim));
      return String.valueOf(((Map<String, Object>) claims).get(member));
    }

    String lineItem() {
      return claim(Claims.AGS, "lineitem");
    }

    int score(Person person, Instant when, String rest) {
      String body =
          "{\"userId\":\"%s\",\"timestamp\":\"%s\",\"activityProgress\":\"Completed\",%s}"
              .formatted(person.id(), when, rest);
      return tool.call("POST", lineItem() + "/scores", Claims.SCOPE_SCORE, SCORE, body)
          .statusCode();
    }

    HttpResponse<String> get(String address, String scope, String type) {
      return tool.call("GET", address, scope, type, "");
    }

    @Nullable Double grade() {
      return Objects.requireNonNull(course.grade(column(), learner.id())).value();
    }

    Column column() {
      return course.columnOf(badge).orElseThrow();
    }

    @Override
    public void close() {
      tool.close();
    }
  }

  private static final String FULL = "\"gradingProgress\":\"FullyGraded\",\"scoreGiven\":";

  @ParameterizedTest
  @CsvSource({"CANVAS,422", "BRIGHTSPACE,422", "BLACKBOARD,400"})
  void refusesAScoreForALecturer(Personality personality, int status) {
    try (var desk = new Desk(personality)) {
      String full = FULL + "1,\"scoreMaximum\":1";
      assertThat(desk.score(desk.lecturer, Instant.now(), full)).isEqualTo(status);
      assertThat(desk.column().grades()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"CANVAS,400", "BRIGHTSPACE,409", "BLACKBOARD,409"})
  void refusesAnOlderScoreButTakesTwoInOneSecond(Personality personality, int status) {
    try (var desk = new Desk(personality)) {
      Instant now = Instant.now();
      String full = FULL + "1,\"scoreMaximum\":2";
      assertThat(desk.score(desk.learner, now, full)).isLessThan(300);
      assertThat(desk.score(desk.learner, now.plusMillis(1), full)).isLessThan(300);
      assertThat(desk.score(desk.learner, now.minusSeconds(1), full)).isEqualTo(status);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CANVAS", "BRIGHTSPACE", "BLACKBOARD"})
  void keepsTheGradeWhenALaterScoreIsNotFinal(Personality personality) {
    try (var desk = new Desk(personality)) {
      Instant now = Instant.now();
      desk.score(desk.learner, now, FULL + "1,\"scoreMaximum\":2");
      desk.score(desk.learner, now.plusSeconds(2), "\"gradingProgress\":\"Pending\"");
      assertThat(desk.grade()).isEqualTo(5);
    }
  }

  @Test
  void canvasWantsTheMaximumAndTellsForeignColumnsApart() {
    try (var desk = new Desk(Personality.CANVAS)) {
      assertThat(desk.score(desk.learner, Instant.now(), FULL + "1")).isEqualTo(422);
      Activity quiz = desk.campus.school().add(desk.course, Activity.Kind.QUIZ, "Quiz", "");
      int foreign = desk.course.columnOf(quiz).orElseThrow().number();
      String address = desk.lineItem().replaceAll("\\d+$", Integer.toString(foreign));
      assertThat(desk.get(address + "/results", Claims.SCOPE_RESULT, RESULTS).statusCode())
          .isEqualTo(412);
      assertThat(
              desk.tool
                  .call("DELETE", desk.lineItem(), Claims.SCOPE_LINE_ITEM, "", "")
                  .statusCode())
          .isEqualTo(401);
    }
  }

  @Test
  void brightspaceCapsAScoreAtTheMaximum() {
    try (var desk = new Desk(Personality.BRIGHTSPACE)) {
      desk.score(desk.learner, Instant.now(), FULL + "3,\"scoreMaximum\":2");
      assertThat(desk.grade()).isEqualTo(10);
    }
  }

  @Test
  void canvasListsALinksMembersWhateverTheyHaveDoneAndNoTestStudents() {
    try (var desk = new Desk(Personality.CANVAS)) {
      Person tester = desk.enrolled("Test", Role.TEST_STUDENT);
      assertThat(roster(desk)).contains(desk.learner.id(), desk.other.id());
      assertThat(roster(desk)).doesNotContain(tester.id());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MOODLE", "BRIGHTSPACE", "BLACKBOARD"})
  void listsALinksMembersByWhatTheyHaveDone(Personality personality) {
    try (var desk = new Desk(personality)) {
      desk.campus.school().complete(desk.page, desk.learner);
      assertThat(roster(desk)).contains("\"" + desk.learner.id() + "\"");
      assertThat(roster(desk)).doesNotContain("\"" + desk.other.id() + "\"");
    }
  }

  @Test
  void brightspaceListsOnlyWhoHasLaunchedWhenToldTo() {
    try (var desk = new Desk(Personality.BRIGHTSPACE)) {
      desk.campus.rosterOfLaunchedOnly(true);
      assertThat(roster(desk)).doesNotContain(desk.learner.id(), desk.lecturer.id());
    }
  }

  private static String roster(Desk desk) {
    String link = desk.claim(Claims.RESOURCE_LINK, "id");
    String members = desk.claim(Claims.NRPS, "context_memberships_url");
    return desk.get(members + "?role=Learner&rlid=" + link, Claims.SCOPE_MEMBERS, MEMBERS).body();
  }

  @Test
  void moodleSortsRolesAndWritesLocalesWithAnUnderscore() {
    try (var desk = new Desk(Personality.MOODLE)) {
      Person abroad = desk.campus.school().addPerson("Bia", "Quirk", Role.LEARNER, "pt-BR");
      desk.campus.school().enrol(desk.course, abroad, Role.LEARNER);
      assertThat(desk.launch(abroad).claims().get(Claims.LAUNCH_PRESENTATION))
          .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
          .containsEntry("locale", "pt_br");
      Person administrator = desk.campus.school().person(Role.ADMINISTRATOR);
      assertThat(desk.launch(administrator).claims().get(Claims.ROLES))
          .isEqualTo(
              List.of(
                  Roles.INSTITUTION + "Administrator",
                  Roles.INSTRUCTOR,
                  Roles.SYSTEM + "Administrator"));
    }
  }

  @Test
  void moodleWordsItsMessagesInItsOwnWay() {
    try (var desk = new Desk(Personality.MOODLE)) {
      assertThat(desk.claim(Claims.CONTEXT, "type")).isEqualTo("[CourseSection]");
      assertThat(desk.claim(Claims.LIS, "person_sourcedid")).isEmpty();
      assertThat(desk.claim(Claims.TOOL_PLATFORM, "url")).isEqualTo("null");
      assertThat(desk.claim(Claims.CUSTOM, "context_memberships_url"))
          .isEqualTo(desk.claim(Claims.NRPS, "context_memberships_url"));
    }
  }

  @Test
  void canvasMayBeBusyWith403() {
    try (var desk = new Desk(Personality.CANVAS)) {
      desk.campus.failures().set(Failures.Part.MEMBERS, Failures.Mode.RATE_LIMITED);
      String members = desk.claim(Claims.NRPS, "context_memberships_url");
      HttpResponse<String> answer = desk.get(members, Claims.SCOPE_MEMBERS, MEMBERS);
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("Rate Limit Exceeded");
      desk.campus.failures().repairAll();
      assertThat(Json.object(desk.get(members, Claims.SCOPE_MEMBERS, MEMBERS).body()))
          .containsKey("members");
    }
  }

  @Test
  void canvasTellsAToolOfCopiesAtItsOwnDomainOnly() {
    try (var desk = new Desk(Personality.CANVAS)) {
      desk.campus.copy(desk.course, "C0", "Nobody asked yet");
      assertThat(desk.tool.notices).isEmpty();
      assertThat(handler(desk, "https://evil.example/lti/notices")).isEqualTo(400);
      assertThat(handler(desk, desk.tool.base() + "/lti/notices")).isEqualTo(200);

      Course copy = desk.campus.copy(desk.course, "C1", "Next year");
      assertThat(desk.tool.notices)
          .singleElement()
          .asString()
          .startsWith("{\"notices\":[{\"jwt\":");
      assertThat(desk.campus.copyNotice(copy, desk.course).claims())
          .containsEntry(Claims.ORIGIN_CONTEXTS, List.of(desk.course.id()))
          .containsEntry("azp", desk.campus.clientId())
          .doesNotContainKey("sub");

      assertThat(handler(desk, "")).isEqualTo(200);
      desk.campus.copy(desk.course, "C2", "Nobody asks any more");
      assertThat(desk.tool.notices).hasSize(1);
    }
    try (var desk = new Desk(Personality.MOODLE)) {
      assertThat(desk.launch(desk.learner).claims()).doesNotContainKey(Claims.NOTICE_SERVICE);
    }
  }

  private static int handler(Desk desk, String address) {
    String service = desk.claim(Claims.NOTICE_SERVICE, "platform_notification_service_url");
    String body = Json.write(Map.of("notice_type", "LtiContextCopyNotice", "handler", address));
    return desk.tool
        .call("PUT", service, Claims.SCOPE_NOTICES, "application/json", body)
        .statusCode();
  }
}
