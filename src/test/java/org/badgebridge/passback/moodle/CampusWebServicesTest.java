package org.badgebridge.passback.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.school.Activity;
import org.badgebridge.demo.school.Course;
import org.badgebridge.demo.school.Person;
import org.badgebridge.demo.school.Role;
import org.badgebridge.demo.services.WebServices;
import org.badgebridge.external.Outbound;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.passback.connector.Connector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The demo campus answers as the Moodle that the source expects. */
class CampusWebServicesTest {

  private static final Campus CAMPUS =
      Campus.start(0, Personality.MOODLE, URI.create("http://127.0.0.1:1"));

  private final MoodleServices services =
      new MoodleServices(new Outbound(new PublicOrigin("http://127.0.0.1:1")));
  private final Course course = CAMPUS.school().addCourse("TST", "Test course");
  private final Person learner = CAMPUS.school().addPerson("Ada", "Able", Role.LEARNER);
  private final Activity quiz =
      CAMPUS.school().add(course, Activity.Kind.QUIZ, "Q&A", "Answer them.");

  @AfterAll
  static void close() {
    CAMPUS.close();
  }

  @Test
  void tellsContentsCompletionAndGrades() {
    CAMPUS.school().enrol(course, learner, Role.LEARNER);
    CAMPUS.school().complete(quiz, learner);
    CAMPUS.school().grade(course, quiz, learner, 70.0);

    JsonNode module =
        call(MoodleServices.CONTENTS, Map.of("courseid", course.id()))
            .get(0)
            .path("modules")
            .get(0);
    assertThat(module.path("id").asInt()).isEqualTo(quiz.number());
    assertThat(module.path("modname").asText()).isEqualTo("quiz");
    Progress progress =
        Progress.of(call(MoodleServices.COMPLETION, about(learner.id())).path("statuses").get(0));
    assertThat(progress.completed()).isTrue();
    assertThat(progress.at()).isAfter(Instant.EPOCH);
    assertThat(
            Progress.ofCourse(
                    call(MoodleServices.COURSE_COMPLETION, about(learner.id()))
                        .path("completionstatus"))
                .completed())
        .isTrue();
    List<Grade> grades = new ArrayList<>();
    services.each(
        site(WebServices.TOKEN),
        MoodleServices.GRADES,
        about("0"),
        "usergrades",
        each -> each.path("gradeitems").forEach(item -> grades.add(Grade.of(item))));
    assertThat(grades)
        .singleElement()
        .extracting(Grade::score, Grade::maximum)
        .containsExactly(70.0, 100.0);
  }

  @Test
  void refusesAsMoodleDoes() {
    assertThatThrownBy(() -> services.call(site("wrong"), MoodleServices.SITE_INFO, Map.of()))
        .isInstanceOfSatisfying(
            MoodleRefusal.class, e -> assertThat(e.reason()).isEqualTo(MoodleRefusal.Reason.TOKEN));
    assertThatThrownBy(() -> call("core_user_get_users", Map.of()))
        .isInstanceOfSatisfying(
            MoodleRefusal.class,
            e -> assertThat(e.reason()).isEqualTo(MoodleRefusal.Reason.FUNCTION));
    assertThatThrownBy(() -> call(MoodleServices.COMPLETION, about(learner.id())))
        .isInstanceOfSatisfying(MoodleRefusal.class, e -> assertThat(e.aboutOne()).isTrue());
    assertThatThrownBy(() -> call(MoodleServices.CONTENTS, Map.of("courseid", "0")))
        .isInstanceOfSatisfying(
            MoodleRefusal.class,
            e -> assertThat(e.reason()).isEqualTo(MoodleRefusal.Reason.COURSE));
  }

  private Map<String, String> about(String user) {
    return Map.of("courseid", course.id(), "userid", user);
  }

  private JsonNode call(String function, Map<String, String> arguments) {
    return services.call(site(WebServices.TOKEN), function, arguments);
  }

  private static MoodleSite site(String token) {
    var connector =
        new Connector(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            "moodle",
            "Moodle",
            Map.of(),
            true,
            true,
            Instant.EPOCH,
            null);
    return new MoodleSite(connector, CAMPUS.base().toString(), token);
  }
}
