package org.badgebridge.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;
import java.util.Map;
import org.badgebridge.demo.client.BrowserlessLaunch;
import org.badgebridge.demo.client.CookieClient;
import org.badgebridge.demo.client.CookieRule;
import org.badgebridge.demo.client.ToolPage;
import org.badgebridge.demo.oidc.Claims;
import org.badgebridge.demo.oidc.Roles;
import org.badgebridge.demo.school.Activity;
import org.badgebridge.demo.school.Course;
import org.badgebridge.demo.school.Person;
import org.badgebridge.demo.school.Placement;
import org.badgebridge.demo.school.Restriction;
import org.badgebridge.demo.school.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CampusLaunchTest {

  private static Map<String, Object> lastClaims(FakeTool tool) throws Exception {
    Map<String, String> form = tool.launches.get(tool.launches.size() - 1);
    return SignedJWT.parse(form.get("id_token")).getJWTClaimsSet().getClaims();
  }

  @ParameterizedTest
  @EnumSource(Personality.class)
  void launchesALearnerWithAVerifiableMessage(Personality personality) throws Exception {
    try (var tool = new FakeTool(personality)) {
      Campus campus = tool.campus;
      Course course = campus.school().courses().get(0);
      Person learner = campus.school().person(Role.LEARNER);
      Activity badge =
          campus.school().add(course, Placement.of(campus.clientId(), "Source critic"));
      var browser = new BrowserlessLaunch(campus, learner, CookieRule.NONE);

      ToolPage page = browser.open(course, badge);

      assertThat(page.body()).isEqualTo("launched");
      var message = SignedJWT.parse(tool.launches.get(0).get("id_token"));
      assertThat(message.verify(new RSASSAVerifier(campus.keys().current()))).isTrue();
      assertThat(message.getHeader().getKeyID()).isEqualTo(campus.keys().current().getKeyID());
      var claims = message.getJWTClaimsSet();
      assertThat(claims.getIssuer()).isEqualTo(campus.issuer());
      assertThat(claims.getAudience()).containsExactly(campus.clientId());
      assertThat(claims.getSubject()).isEqualTo(learner.id());
      assertThat(claims.getStringClaim("nonce")).startsWith("nonce-");
      assertThat(claims.getStringListClaim(Claims.ROLES)).contains(Roles.LEARNER);
      assertThat(claims.getJSONObjectClaim(Claims.RESOURCE_LINK))
          .containsEntry("id", badge.toolLink().id());
      assertThat(claims.getClaim("nbf") != null).isEqualTo(personality == Personality.BRIGHTSPACE);
      assertThat(claims.getClaim("azp") != null).isEqualTo(personality == Personality.CANVAS);
    }
  }

  @Test
  void hintServesOnce() {
    try (var tool = new FakeTool(Personality.MOODLE)) {
      Campus campus = tool.campus;
      Course course = campus.school().courses().get(0);
      Activity badge = campus.school().add(course, Placement.of(campus.clientId(), "Badge"));
      var browser =
          new BrowserlessLaunch(campus, campus.school().person(Role.LEARNER), CookieRule.ALL);
      var request = browser.begin(course, badge);

      ToolPage first = browser.client().get(request.address());
      ToolPage second = browser.client().get(request.address());

      assertThat(first.fields()).containsKey("id_token");
      assertThat(second.fields()).containsEntry("error_description", "launch_no_longer_valid");
    }
  }

  @Test
  void answersLoginRequiredWithoutASessionAtTheCampus() {
    try (var tool = new FakeTool(Personality.MOODLE)) {
      Campus campus = tool.campus;
      Course course = campus.school().courses().get(0);
      Activity badge = campus.school().add(course, Placement.of(campus.clientId(), "Badge"));
      var browser =
          new BrowserlessLaunch(campus, campus.school().person(Role.LEARNER), CookieRule.ALL);
      var stranger = new CookieClient("localhost", CookieRule.ALL);

      ToolPage answer = stranger.get(browser.begin(course, badge).address());

      assertThat(answer.fields()).containsEntry("error", "login_required");
    }
  }

  @Test
  void restrictionRefusesLearnersAndSwitchedLecturersButNotLecturers() throws Exception {
    try (var tool = new FakeTool(Personality.MOODLE)) {
      Campus campus = tool.campus;
      var school = campus.school();
      Course course = school.courses().get(0);
      Activity page = course.activities().get(0);
      Activity badge = school.add(course, Placement.of(campus.clientId(), "Badge"));
      school.restrict(course, badge, Restriction.completed(page));
      Person learner = school.person(Role.LEARNER);
      Person lecturer = school.person(Role.LECTURER);
      var learnerBrowser = new BrowserlessLaunch(campus, learner, CookieRule.ALL);
      var lecturerBrowser = new BrowserlessLaunch(campus, lecturer, CookieRule.ALL);

      assertThat(learnerBrowser.open(course, badge).status()).isEqualTo(403);
      assertThat(lecturerBrowser.open(course, badge).status()).isEqualTo(200);
      assertThat(lecturerBrowser.asStudent(course).open(course, badge).status()).isEqualTo(403);

      school.complete(page, lecturer);
      school.complete(page, learner);
      assertThat(learnerBrowser.open(course, badge).status()).isEqualTo(200);
      lecturerBrowser.open(course, badge);
      assertThat(lastClaims(tool))
          .containsEntry("sub", lecturer.id())
          .containsEntry(Claims.ROLES, List.of(Roles.LEARNER));
    }
  }

  @Test
  void restrictionOnAScoreOpensWhenTheScoreIsReached() {
    try (var tool = new FakeTool(Personality.MOODLE)) {
      Campus campus = tool.campus;
      var school = campus.school();
      Course course = school.courses().get(0);
      Activity quiz = course.activities().get(1);
      Activity badge = school.add(course, Placement.of(campus.clientId(), "Badge"));
      school.restrict(course, badge, Restriction.scored(quiz, 70));
      Person learner = school.person(Role.LEARNER);
      var browser = new BrowserlessLaunch(campus, learner, CookieRule.ALL);

      school.grade(course, quiz, learner, 69.0);
      assertThat(browser.open(course, badge).status()).isEqualTo(403);
      school.grade(course, quiz, learner, 70.0);
      assertThat(browser.open(course, badge).status()).isEqualTo(200);
    }
  }

  @Test
  void canvasMarksTestStudentsAndMoodleDoesNot() throws Exception {
    for (Personality personality : List.of(Personality.CANVAS, Personality.MOODLE)) {
      try (var tool = new FakeTool(personality)) {
        Campus campus = tool.campus;
        Course course = campus.school().courses().get(0);
        Activity badge = campus.school().add(course, Placement.of(campus.clientId(), "Badge"));
        Person tester = campus.school().person(Role.TEST_STUDENT);

        new BrowserlessLaunch(campus, tester, CookieRule.ALL).open(course, badge);

        assertThat(String.valueOf(lastClaims(tool).get(Claims.ROLES)).contains(Roles.TEST_USER))
            .isEqualTo(personality == Personality.CANVAS);
      }
    }
  }
}
