package org.badgebridge.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.badgebridge.demo.http.Json;
import org.badgebridge.demo.oidc.Claims;
import org.badgebridge.demo.school.Activity;
import org.badgebridge.demo.school.Course;
import org.badgebridge.demo.school.Person;
import org.badgebridge.demo.school.Placement;
import org.badgebridge.demo.school.Placement.NewColumn;
import org.badgebridge.demo.school.Restriction;
import org.badgebridge.demo.school.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The services as Moodle 4.5 serves them, with the quirks of that release. */
class CampusServicesTest {

  private static final String CONTAINER = "application/vnd.ims.lis.v2.lineitemcontainer+json";
  private static final String ITEM = "application/vnd.ims.lis.v2.lineitem+json";
  private static final String RESULTS = "application/vnd.ims.lis.v2.resultcontainer+json";
  private static final String SCORE = "application/vnd.ims.lis.v1.score+json";
  private static final String MEMBERS = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";

  private static final FakeTool tool = new FakeTool(Personality.MOODLE);
  private static final Campus campus = tool.campus;

  private final Course course = campus.school().addCourse("TST", "Test course");
  private final Person lecturer = enrolled(Role.LECTURER);
  private final Person learner = enrolled(Role.LEARNER);
  private final Person other = enrolled(Role.LEARNER);
  private final Activity page =
      campus.school().add(course, Activity.Kind.PAGE, "Read this", "Please.");
  private final Activity badge =
      campus
          .school()
          .add(
              course,
              Placement.of(campus.clientId(), "Badge")
                  .with(new NewColumn("Badge", 10, "badge", "b1")));
  private final String lineItems =
      campus.base() + "/mod/lti/services.php/" + course.number() + "/lineitems?type_id=1";
  private final String members =
      campus.base()
          + "/mod/lti/services.php/CourseSection/"
          + course.number()
          + "/bindings/1/memberships";

  @AfterAll
  static void close() {
    tool.close();
  }

  private Person enrolled(Role role) {
    Person person = campus.school().addPerson("Pat", role.title() + " Test", role);
    campus.school().enrol(course, person, role);
    return person;
  }

  private String coupled() {
    int number = course.columnOf(badge).orElseThrow().number();
    return campus.base()
        + "/mod/lti/services.php/"
        + course.number()
        + "/lineitems/"
        + number
        + "/lineitem";
  }

  private static HttpResponse<String> get(String uri, String scope, String accept) {
    return tool.call("GET", uri, scope, accept, "");
  }

  private int score(String userId, Instant when, String extra) {
    String body =
        "{\"userId\":\"%s\",\"timestamp\":\"%s\",\"activityProgress\":\"Completed\",%s}"
            .formatted(userId, when, extra);
    return tool.call("POST", coupled() + "/scores?type_id=1", Claims.SCOPE_SCORE, SCORE, body)
        .statusCode();
  }

  private String results() {
    return get(coupled() + "/results?type_id=1", Claims.SCOPE_RESULT, RESULTS).body();
  }

  @Test
  void listsLineItemsOnlyUnderTheirExactMediaTypeOrNone() {
    assertThat(get(lineItems, Claims.SCOPE_LINE_ITEM, CONTAINER).body())
        .contains("?type_id=1", "\"ltiLinkId\"", "\"scoreMaximum\":10");
    assertThat(get(lineItems, Claims.SCOPE_LINE_ITEM, "").statusCode()).isEqualTo(200);
    HttpResponse<String> refused = get(lineItems, Claims.SCOPE_LINE_ITEM, "*/*");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Json.object(refused.body())).containsKeys("status", "reason", "request");
  }

  @Test
  void pagesLineItemsWithCurlyQuotes() {
    campus
        .school()
        .addColumn(course, campus.clientId(), new NewColumn("Two", 5, "", ""), null, null);

    HttpResponse<String> first = get(lineItems + "&limit=1", Claims.SCOPE_LINE_ITEM, CONTAINER);

    String link = first.headers().firstValue("Link").orElseThrow();
    String utf8 = new String(link.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    assertThat(utf8).contains("rel=“next”").contains("&amp;");
  }

  @Test
  void createsChangesAndDeletesADecoupledLineItem() {
    String created =
        tool.call(
                "POST",
                lineItems,
                Claims.SCOPE_LINE_ITEM,
                ITEM,
                "{\"label\":\"Evidence\",\"scoreMaximum\":100,\"tag\":\"e\"}")
            .body();
    String id = String.valueOf(Json.object(created).get("id"));

    String changed = "{\"label\":\"Proof\",\"scoreMaximum\":50}";
    assertThat(tool.call("PUT", id, Claims.SCOPE_LINE_ITEM, ITEM, changed).body())
        .contains("Proof");
    assertThat(get(id, Claims.SCOPE_LINE_ITEM_READ, ITEM).body()).contains("\"scoreMaximum\":50");
    assertThat(tool.call("DELETE", id, Claims.SCOPE_LINE_ITEM, "", "").statusCode()).isEqualTo(200);
    assertThat(get(id, Claims.SCOPE_LINE_ITEM_READ, ITEM).statusCode()).isEqualTo(404);
    assertThat(
            tool.call("DELETE", coupled() + "?type_id=1", Claims.SCOPE_LINE_ITEM, "", "")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void refusesALineItemForAForeignLink() {
    assertThat(
            tool.call(
                    "POST",
                    lineItems,
                    Claims.SCOPE_LINE_ITEM,
                    ITEM,
                    "{\"label\":\"X\",\"scoreMaximum\":1,\"resourceLinkId\":\"9999\"}")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void calculatedColumnShowsTheScaledGradeOfItsSource() {
    Activity quiz = campus.school().add(course, Activity.Kind.QUIZ, "Quiz", "");
    var column =
        campus
            .school()
            .addColumn(
                course, campus.clientId(), new NewColumn("Evidence", 10, "", ""), null, null);
    campus.school().gradebook().calculate(course, column, course.columnOf(quiz).orElseThrow());
    campus.school().grade(course, quiz, learner, 80.0);

    String uri = coupled().replaceAll("lineitems/\\d+", "lineitems/" + column.number());
    assertThat(get(uri + "/results?type_id=1", Claims.SCOPE_RESULT, RESULTS).body())
        .contains("\"resultScore\":8.0", "\"resultMaximum\":10.0");
  }

  @Test
  void limitedResultsBreakMoodle() {
    assertThat(
            get(coupled() + "/results?type_id=1&limit=5", Claims.SCOPE_RESULT, RESULTS)
                .statusCode())
        .isEqualTo(500);
  }

  @Test
  void takesAScoreOnceASecondAndRescalesIt() {
    Instant when = Instant.parse("2026-11-20T10:00:00.500Z");
    String graded = "\"gradingProgress\":\"FullyGraded\",\"scoreGiven\":1,\"scoreMaximum\":2";

    assertThat(score(learner.id(), when, graded)).isEqualTo(200);
    assertThat(score(learner.id(), when.plusMillis(300), graded)).isEqualTo(409);
    assertThat(results())
        .contains("\"resultScore\":5.0", "\"timestamp\":\"2026-11-20T11:00:00+01:00\"");
    assertThat(campus.scores()).extracting("status").contains(200, 409);
  }

  @Test
  void scoreThatIsNotFinalErasesTheGrade() {
    Instant when = Instant.parse("2026-11-20T10:00:00Z");
    score(
        learner.id(),
        when,
        "\"gradingProgress\":\"FullyGraded\",\"scoreGiven\":1,\"scoreMaximum\":2");
    score(learner.id(), when.plusSeconds(1), "\"gradingProgress\":\"Pending\"");

    assertThat(results()).contains("\"userId\":\"" + learner.id()).doesNotContain("resultScore");
  }

  @Test
  void takesAnyScoreAfterOneThatWasTakenOut() {
    Instant when = Instant.parse("2026-11-20T10:00:00Z");
    String graded = "\"gradingProgress\":\"FullyGraded\",\"scoreGiven\":1,\"scoreMaximum\":2";
    assertThat(score(learner.id(), when, graded)).isEqualTo(200);
    assertThat(score(learner.id(), when.plusSeconds(1), "\"gradingProgress\":\"FullyGraded\""))
        .isEqualTo(200);
    assertThat(results()).doesNotContain("resultScore");

    assertThat(score(learner.id(), when, graded)).isEqualTo(200);
    assertThat(results()).contains("\"resultScore\":5.0");
  }

  @Test
  void refusesAScoreForAPersonWithoutAGradebookRow() {
    assertThat(
            score(
                lecturer.id(),
                Instant.now(),
                "\"gradingProgress\":\"FullyGraded\",\"scoreGiven\":1,\"scoreMaximum\":1"))
        .isEqualTo(400);
  }

  @Test
  void lecturersGradeStaysOnTopOfALaterScore() {
    campus.school().grade(course, badge, learner, 3.0);
    score(
        learner.id(),
        Instant.now().plusSeconds(60),
        "\"gradingProgress\":\"FullyGraded\",\"scoreGiven\":9,\"scoreMaximum\":10");

    assertThat(results()).contains("\"resultScore\":3.0");
  }

  @Test
  void rosterOfARestrictedLinkLeavesOutWhoMayNotOpenIt() {
    String filtered = members + "?rlid=" + badge.toolLink().id();
    assertThat(ids(filtered)).containsExactly(lecturer.id(), learner.id(), other.id());

    campus.school().restrict(course, badge, Restriction.completed(page));
    campus.school().complete(page, learner);

    assertThat(ids(filtered)).containsExactly(lecturer.id(), learner.id());
    assertThat(ids(filtered + "&role=Learner")).containsExactly(learner.id());
    assertThat(ids(members)).hasSize(3);
    assertThat(get(members, Claims.SCOPE_MEMBERS, MEMBERS).body())
        .contains("\"roles\":[\"Instructor\"]", "\"roles\":[\"Learner\"]");
  }

  @Test
  void nextPageOfTheRosterForgetsTheRole() {
    HttpResponse<String> first =
        get(members + "?role=Learner&limit=1", Claims.SCOPE_MEMBERS, MEMBERS);

    assertThat(first.headers().firstValue("Link").orElseThrow())
        .contains("limit=1", "rel=\"next\"")
        .doesNotContain("role");
  }

  private static List<String> ids(String uri) {
    Matcher id =
        Pattern.compile("\"user_id\":\"([^\"]*)\"")
            .matcher(get(uri, Claims.SCOPE_MEMBERS, MEMBERS).body());
    return id.results().map(match -> match.group(1)).toList();
  }

  @Test
  void copyHasNewIdsAndPointsBackToItsSource() {
    campus.school().restrict(course, badge, Restriction.completed(page));
    campus.school().complete(page, learner);

    Course copy = campus.school().copy(course, "TST-27", "Next year");

    Activity copied = copy.activities().get(1);
    assertThat(copy.id()).isNotEqualTo(course.id());
    assertThat(copied.toolLink().id()).isNotEqualTo(badge.toolLink().id());
    assertThat(copy.open(copied, learner.id())).isFalse();
    assertThat(campus.idToken(learner, copy, copied, "n").claims().get(Claims.CUSTOM))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("context_id_history", course.id());
    Map<?, ?> endpoint =
        (Map<?, ?>) campus.idToken(learner, copy, copied, "n").claims().get(Claims.AGS);
    assertThat(String.valueOf(endpoint)).contains("lineitem=").doesNotContain(coupled());
  }
}
