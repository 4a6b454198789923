package org.badgebridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.Failures.Mode;
import org.badgebridge.demo.Failures.Part;
import org.badgebridge.demo.client.ToolPage;
import org.badgebridge.demo.school.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An LMS that is down, slow, busy or answers nonsense delays awards; it never takes one away. */
@ExtendWith(SharedServer.Extension.class)
class PlatformOutageIT {

  /** A way in which a campus fails, and the course in which a lecturer looks meanwhile. */
  private record Outage(
      String name,
      Part part,
      Mode mode,
      BadgeCourse course,
      Frame lecturer,
      Person early,
      Person late,
      String credential) {

    static Outage arrange(SharedServer shared, String name, Part part, Mode mode) throws Exception {
      Campus campus = shared.campus(name);
      BadgeCourse course =
          part == Part.RESULTS
              ? BadgeCourse.makeGraded(campus, name)
              : BadgeCourse.make(campus, name);
      Person early = course.learner("Early");
      Person late = course.learner("Late");
      earn(part, course, early);
      Frame lecturer = course.switchOn();
      if (part == Part.RESULTS) { // only a look tells us of grades
        Waiting.until("offered: " + name, () -> BadgeCourse.offers(course.open(early)));
      }
      return new Outage(name, part, mode, course, lecturer, early, late, course.claim(early));
    }

    private static void earn(Part part, BadgeCourse course, Person learner) {
      if (part == Part.RESULTS) {
        course.grade(learner);
      } else {
        course.complete(learner);
      }
    }

    void strike() {
      course.campus.failures().delay(Duration.ofSeconds(12));
      if (part == Part.TOKEN) {
        course.campus.revokeTokens();
      }
      course.campus.failures().set(part, mode);
      earn(part, course, late);
    }

    String service() {
      return switch (part) {
        case TOKEN -> "token";
        case RESULTS -> "gradebook";
        default -> "roster";
      };
    }

    boolean passes() {
      return mode == Mode.UNAUTHORIZED_ONCE;
    }

    boolean looked() {
      return !lecturer.get("/course/attachment").body().contains("delay:2s");
    }

    /** Presses "look now", which rests for a while after each look, until it is taken. */
    boolean looks() {
      return lecturer.press("/course/attachment/look", Map.of()).body().contains("delay:2s");
    }

    boolean lateHasOffer(Ledger ledger) throws Exception {
      return ledger.count(
              "select count(*) from direct_award a join lms_user u on u.id = a.lms_user_id join"
                  + " platform p on p.id = u.platform_id where p.issuer = ? and u.sub = ?"
                  + " and a.state = 'OFFERED'",
              course.campus.issuer(),
              late.id())
          == 1;
    }

    List<String> troubles(Ledger ledger) throws Exception {
      return ledger.rows(
          "select t.service from platform_trouble t join platform p on p.id = t.platform_id"
              + " where p.issuer = ?",
          course.campus.issuer());
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @Test
  void delayAwardsButNeverRevokeThem(SharedServer shared) throws Exception {
    List<Outage> outages =
        List.of(
            Outage.arrange(shared, "down", Part.MEMBERS, Mode.DOWN),
            Outage.arrange(shared, "slow", Part.MEMBERS, Mode.SLOW),
            Outage.arrange(shared, "nonsense", Part.MEMBERS, Mode.NONSENSE),
            Outage.arrange(shared, "busy", Part.MEMBERS, Mode.TOO_MANY),
            Outage.arrange(shared, "unauthorized", Part.MEMBERS, Mode.UNAUTHORIZED_ONCE),
            Outage.arrange(shared, "token", Part.TOKEN, Mode.DOWN),
            Outage.arrange(shared, "grades-down", Part.RESULTS, Mode.DOWN),
            Outage.arrange(shared, "grades-slow", Part.RESULTS, Mode.SLOW),
            Outage.arrange(shared, "grades-nonsense", Part.RESULTS, Mode.NONSENSE));
    for (Outage outage : outages) {
      Waiting.until("the first look ends: " + outage, outage::looked);
    }
    outages.forEach(Outage::strike);
    look(outages);
    try (Ledger ledger = Ledger.of(shared.process())) {
      for (Outage outage : outages) {
        holds(outage, ledger);
      }
      assertThat(operatorPage(shared)).contains("503", "429", "answered with a web page");
      outages.forEach(outage -> outage.course.campus.failures().repairAll());
      look(outages);
      for (Outage outage : outages) {
        assertThat(outage.lateHasOffer(ledger)).as(outage.name).isTrue();
        assertThat(outage.troubles(ledger)).as(outage.name).isEmpty();
        assertThat(outage.course.claim(outage.early)).as(outage.name).isEqualTo(outage.credential);
      }
    }
  }

  private static void look(List<Outage> outages) throws Exception {
    for (Outage outage : outages) {
      Waiting.until("a look is taken: " + outage, outage::looks);
    }
    for (Outage outage : outages) {
      Waiting.until("the look ends: " + outage, outage::looked);
    }
  }

  private static void holds(Outage outage, Ledger ledger) throws Exception {
    assertThat(outage.course.claim(outage.early)).as(outage.name).isEqualTo(outage.credential);
    assertThat(
            ledger.count(
                "select count(*) from direct_award where state not in ('OFFERED', 'CLAIMED')"))
        .isZero();
    assertThat(ledger.count("select count(*) from credential where revoked_at is not null"))
        .isZero();
    assertThat(outage.lateHasOffer(ledger)).as(outage.name).isEqualTo(outage.passes());
    if (outage.passes()) {
      assertThat(outage.troubles(ledger)).as(outage.name).isEmpty();
    } else {
      assertThat(outage.troubles(ledger)).as(outage.name).contains(outage.service());
      assertThat(outage.lecturer.get("/course/attachment").body())
          .as("the lecturer is told: " + outage.name)
          .contains("notice warn");
    }
  }

  private static String operatorPage(SharedServer shared) {
    var browser = new Caller(shared.process().address());
    var joined =
        browser.form(
            "/admin/set-up",
            Map.of(
                "code", shared.process().setUpCode(),
                "name", "Ada Operator",
                "email", "ada@example.org",
                "password", "seven quiet herons wade",
                "repeated", "seven quiet herons wade"),
            "Sec-Fetch-Site",
            "same-origin");
    String cookie = joined.headers().firstValue("Set-Cookie").orElse("none").replaceAll(";.*", "");
    return browser.get("/admin/operator", "Cookie", cookie, "Accept", "text/html").body();
  }

  @Test
  void leaveKnownKeysInUseWhileTheKeyAddressIsDown(SharedServer shared) throws Exception {
    Campus campus = shared.campus("keys");
    BadgeCourse course = BadgeCourse.make(campus, "keys");
    int fetches = campus.failures().asked(Part.JWKS);
    campus.failures().set(Part.JWKS, Mode.DOWN);

    assertThat(course.open(course.lecturer).status()).isEqualTo(200);
    assertThat(course.open(course.learnerWhoIsDone("Kim")).status()).isEqualTo(200);
    assertThat(campus.failures().asked(Part.JWKS)).isEqualTo(fetches);

    campus.keys().rotate();
    ToolPage unknown = course.open(course.lecturer);
    assertThat(unknown.status()).isEqualTo(401);
    assertThat(unknown.body()).doesNotContain("data-bearer");
    try (Ledger ledger = Ledger.of(shared.process())) {
      assertThat(
              ledger.rows(
                  "select t.service from platform_trouble t join platform p on p.id ="
                      + " t.platform_id where p.issuer = ?",
                  campus.issuer()))
          .containsExactly("keys");
    }
  }

  @Test
  void endWithARotationOfKeysAtTheNextLaunch(SharedServer shared) {
    Campus campus = shared.campus("rotation");
    BadgeCourse course = BadgeCourse.make(campus, "rotation");
    int fetches = campus.failures().asked(Part.JWKS);
    campus.keys().rotate();
    campus.keys().dropOld();

    assertThat(course.open(course.lecturer).status()).isEqualTo(200);
    assertThat(course.open(course.learnerWhoIsDone("Robin")).status()).isEqualTo(200);
    assertThat(campus.failures().asked(Part.JWKS)).isEqualTo(fetches + 1);
  }
}
