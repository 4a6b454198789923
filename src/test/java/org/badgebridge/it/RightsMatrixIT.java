package org.badgebridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.client.ToolPage;
import org.badgebridge.demo.school.Person;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every address of the course page and the backpack, as the product's own annotations tell it,
 * asked for by those whose it is not: about a real award and a real badge of somebody else.
 * Administration has {@link StaffRightsBrowserIT}, programs have {@link RestApiIT}.
 */
@ArquillianTest
@RunAsClient
class RightsMatrixIT {

  /** What learners may do with what is theirs; all else below {@code /course} is lecturers'. */
  private static final Pattern LEARNERS =
      Pattern.compile("/course/(awards|badges|backpack|asking|check-in)\\b.*");

  private static final Set<String> DOORS =
      Set.of("/backpack/enter", "/backpack/leave", "/backpack/sign-in", "/backpack/sign-in/code");
  private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"([^\"]+)\"");
  private static final Set<Integer> REFUSED = Set.of(403, 404);
  private static final Caller CALLER = new Caller(Campuses.tool());

  private static BadgeCourse mine;
  private static BadgeCourse other;
  private static Person ada;
  private static String offered;
  private static String claimed;

  @BeforeAll
  static void furnish() {
    Campus campus = Campuses.of(Personality.MOODLE);
    mine = BadgeCourse.make(campus, "Guarded");
    other = BadgeCourse.make(campus, "Guarded elsewhere");
    mine.switchOn();
    other.switchOn();
    ada = mine.learnerWhoIsDone("Ada");
    claimed = mine.claim(mine.learnerWhoIsDone("Cy"));
    offered = BadgeCourse.award(mine.open(ada));
  }

  @Test
  void theCoursePageServesNobodyWithoutItsBearer() {
    List<String> wrong = new ArrayList<>();
    for (Endpoint each : all("/course", "/deep-linking")) {
      for (String bearer : List.of("", "Bearer ", "Bearer AAAA", "Basic QTpB")) {
        String[] headers =
            bearer.isEmpty()
                ? new String[] {"Sec-Fetch-Site", "same-origin"}
                : new String[] {"Sec-Fetch-Site", "same-origin", "Authorization", bearer};
        check(wrong, each, "'" + bearer + "'", ask(each, headers), Set.of(401));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void theCoursePageServesNoOtherLearnerAndNoOtherCourse() {
    Map<String, Frame> learners =
        Map.of(
            "a fellow learner", Frame.of(mine.open(mine.learnerWhoIsDone("Bob"))),
            "a learner elsewhere", Frame.of(other.open(other.learnerWhoIsDone("Dee"))));
    Map<String, Frame> lecturers =
        Map.of(
            "their own lecturer",
            mine.lecturerFrame(),
            "a lecturer elsewhere",
            other.lecturerFrame());
    List<String> wrong = new ArrayList<>();
    for (Endpoint each : all("/course", "/deep-linking")) {
      learners.forEach(
          (who, frame) -> {
            if (each.isAboutOne() || !isLearners(each)) {
              check(wrong, each, who, ask(each, frame), REFUSED);
            }
          });
      lecturers.forEach(
          (who, frame) -> {
            boolean elsewhere = who.endsWith("elsewhere") && each.isAboutOne();
            if (isLearners(each) || elsewhere) {
              check(wrong, each, who, ask(each, frame), REFUSED);
            }
          });
    }
    assertThat(wrong).isEmpty();
    untouched();
  }

  @Test
  void theBackpackServesItsOwnerOnly() {
    String cookie = backpackOf(mine.learnerWhoIsDone("Eve"));
    List<String> wrong = new ArrayList<>();
    for (Endpoint each : all("/backpack", "/pathways")) {
      if (DOORS.contains(each.path())) {
        continue;
      }
      check(wrong, each, "nobody", ask(each, "Origin", Campuses.tool().toString()), Set.of(401));
      if (each.isAboutOne()) {
        int status = ask(each, "Origin", Campuses.tool().toString(), "Cookie", cookie);
        check(wrong, each, "somebody else", status, Set.of(404));
      }
    }
    assertThat(wrong).isEmpty();
    untouched();
  }

  /** Nobody learns there whose grants there are: an id of something else leads nowhere. */
  @Test
  void theAdvisorsPageKnowsOnlyItsOwnIds() {
    String cookie = backpackOf(mine.learnerWhoIsDone("Fay"));
    List<String> wrong = new ArrayList<>();
    List<Endpoint> all = Endpoint.below("/advising");
    assertThat(all).hasSize(5);
    for (Endpoint each : all) {
      check(wrong, each, "nobody", ask(each, "Origin", Campuses.tool().toString()), Set.of(404));
      int status = ask(each, "Origin", Campuses.tool().toString(), "Cookie", cookie);
      check(wrong, each, "a learner", status, Set.of(404));
    }
    assertThat(wrong).isEmpty();
  }

  /** Ada can still claim, and what Cy claimed is still private. */
  private static void untouched() {
    assertThat(BadgeCourse.award(mine.open(ada))).isEqualTo(offered);
    assertThat(CALLER.get("/assertions/" + claimed).statusCode()).isEqualTo(404);
  }

  private static String backpackOf(Person learner) {
    ToolPage answer = Frame.of(mine.open(learner)).press("/course/backpack", Map.of());
    return CALLER
        .form(
            "/backpack/enter",
            Map.of("code", Frame.found(CODE, answer.body())),
            "Origin",
            Campuses.tool().toString())
        .headers()
        .firstValue("Set-Cookie")
        .orElseThrow()
        .replaceFirst(";.*", "");
  }

  private static void check(
      List<String> wrong, Endpoint address, String who, int status, Set<Integer> right) {
    if (!right.contains(status)) {
      wrong.add(address.verb() + " " + address.path() + " as " + who + ": " + status);
    }
  }

  private static int ask(Endpoint address, Frame frame) {
    return address.isGet()
        ? frame.get(filled(address)).status()
        : frame.send(filled(address), address.type(), "why=x").status();
  }

  private static int ask(Endpoint address, String... headers) {
    return address.isGet()
        ? CALLER.get(filled(address), headers).statusCode()
        : CALLER.post(filled(address), address.type(), "why=x", headers).statusCode();
  }

  private static String filled(Endpoint address) {
    String id = address.path().contains("/badges/") ? claimed : offered;
    return address.path().replaceAll("\\{[^/]*}", id);
  }

  private static List<Endpoint> all(String... roots) {
    List<Endpoint> all = Endpoint.below(roots);
    assertThat(all).hasSizeGreaterThan(5);
    return all;
  }

  private static boolean isLearners(Endpoint address) {
    return LEARNERS.matcher(address.path()).matches();
  }
}
