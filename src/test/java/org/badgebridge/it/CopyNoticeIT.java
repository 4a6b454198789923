package org.badgebridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.client.BrowserlessLaunch;
import org.badgebridge.demo.client.CookieRule;
import org.badgebridge.demo.http.Json;
import org.badgebridge.demo.oidc.IdToken;
import org.badgebridge.demo.oidc.SigningKeys;
import org.badgebridge.demo.school.Activity;
import org.badgebridge.demo.school.Course;
import org.badgebridge.demo.school.Tool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A Canvas that says nothing of a course's history at launch, but tells of every copy. */
class CopyNoticeIT {

  private static final String NOTICES = "/lti/notices";

  private static ServerProcess server;
  private static Campus campus;
  private static Caller caller;
  private static BadgeCourse old;

  @BeforeAll
  static void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws Exception {
    server =
        new ServerProcess(
            folder,
            ServerProcess.freePort(),
            "jdbc:h2:" + folder.resolve("data/canvas") + ";AUTO_SERVER=TRUE");
    campus = Campus.start(0, Personality.CANVAS, server.address());
    campus.school().tools().put(silent(campus.tool()));
    server.register(campus, "Demo University");
    server.start();
    caller = new Caller(server.address());
    old = BadgeCourse.make(campus, "old");
    Waiting.until("we are to be told", () -> !campus.school().noticeHandlers().isEmpty());
  }

  /** Sends no custom parameters, and so no history. */
  private static Tool silent(Tool tool) {
    return new Tool(
        tool.client(),
        tool.deployments(),
        tool.name(),
        tool.login(),
        tool.redirects(),
        tool.jwks(),
        tool.target(),
        Map.of(),
        tool.scopes(),
        true,
        true,
        true);
  }

  @AfterAll
  static void stop() {
    server.close();
    campus.close();
  }

  @Test
  void aCopyIsKnownBeforeItsFirstLaunchAndItsBadgesCameAlong() throws Exception {
    assertThat(campus.school().noticeHandlers())
        .containsValue(server.address().resolve(NOTICES).toString());

    Course copy = campus.copy(old.course, "new", "Next year");

    try (Ledger ledger = Ledger.of(server)) {
      assertThat(ledger.rows("select history, title from course where context_id = ?", copy.id()))
          .containsExactly(old.course.id() + " Next year");
      assertThat(ledger.count("select count(*) from notice_handler")).isOne();
    }
    Activity tool =
        copy.activities().stream()
            .filter(each -> each.kind() == Activity.Kind.TOOL)
            .findFirst()
            .orElseThrow();
    String page =
        new BrowserlessLaunch(campus, old.lecturer, CookieRule.PARTITIONED_ONLY)
            .open(copy, tool)
            .body();
    assertThat(page).contains("Badges that came along").contains("Course old");
  }

  @Test
  void whatNoPlatformSignedIsRefused() throws Exception {
    Course copy = campus.school().copy(old.course, "forged", "Forged"); // nobody is told
    IdToken notice = campus.copyNotice(copy, old.course);
    assertThat(post(notice.signedBy(SigningKeys.generate()).serialize())).isEqualTo(401);
    assertThat(post(notice.unsigned())).isEqualTo(401);
    assertThat(post("a.b.c")).isEqualTo(400);
    assertThat(caller.post(NOTICES, "text/plain", "{\"notices\":[]}").statusCode()).isEqualTo(415);
    assertThat(caller.post(NOTICES, "application/json", "x".repeat(2 << 20)).statusCode())
        .isEqualTo(413);
    assertThat(caller.get(NOTICES).statusCode()).isEqualTo(405);
    try (Ledger ledger = Ledger.of(server)) {
      String known = "select count(*) from course where context_id = ?";
      assertThat(ledger.count(known, copy.id())).isZero();
      assertThat(ledger.count("select count(*) from audit_entry where action = 'notice.refused'"))
          .isGreaterThanOrEqualTo(3);

      assertThat(post(notice.serialize())).isEqualTo(200);
      assertThat(post(notice.serialize())).isEqualTo(200);
      assertThat(ledger.count(known, copy.id())).isOne();
    }
  }

  private static int post(String token) {
    String body = Json.write(Map.of("notices", List.of(Map.of("jwt", token))));
    return caller.post(NOTICES, "application/json", body).statusCode();
  }
}
