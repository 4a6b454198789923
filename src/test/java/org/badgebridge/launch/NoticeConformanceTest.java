package org.badgebridge.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.badgebridge.platform.notice.CourseCopied;
import org.badgebridge.problem.ProblemException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What platforms and others post as notices. The cases are data: {@code notice-cases.json}. */
class NoticeConformanceTest {

  private static ToolOnPaper tool;
  private static PlatformOnPaper platform;
  private static PlatformOnPaper stranger;

  @BeforeAll
  static void register() {
    tool = new ToolOnPaper();
    platform = tool.register("a", "https://campus.example.edu", "client-a", "ACTIVE");
    tool.register("b", "https://b.example.edu", "client-a", "ACTIVE");
    tool.register("waiting", "https://waiting.example.edu", "client-a", "PENDING");
    tool.deployment(platform, "deployment-off", "DISABLED");
    stranger = PlatformOnPaper.named("stranger", "https://campus.example.edu", "client-a");
  }

  @AfterAll
  static void close() {
    tool.close();
  }

  @BeforeEach
  void forget() {
    tool.copied.events.clear();
  }

  static List<LaunchCase> notices() {
    return LaunchCase.in("notice-cases.json");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("notices")
  void answersNotice(LaunchCase notice) {
    PlatformOnPaper sender = sender(notice.text("signedBy", "a"));
    Map<String, Object> claims = claims(sender, id());
    claims.put("pad", "p".repeat(notice.change().path("pad").asInt()));
    String token = SpoiltToken.of(notice, sender, stranger, claims, tool.clock.instant());
    long refusals = refusals(notice.expected());

    ProblemException answer = tool.notices(body(token));

    assertThat(answer == null ? 200 : answer.type().status()).isEqualTo(notice.status());
    assertThat(tool.copied.events).hasSize(notice.expected().equals("copied") ? 1 : 0);
    if (!notice.accepted()) {
      assertThat(refusals(notice.expected())).isEqualTo(refusals + 1);
    }
  }

  @Test
  void tellsWhichCourseWasCopiedFromWhich() {
    assertThat(tool.notices(body(token(id())))).isNull();

    CourseCopied copied = tool.copied.events.get(0);
    assertThat(copied.contextId()).isEqualTo("copy-1");
    assertThat(copied.title()).isEqualTo("Biology again");
    assertThat(copied.label()).isEqualTo("B2");
    assertThat(copied.origins()).containsExactly("course-1");
    assertThat(
            tool.database.count(
                "select count(*) from deployment where id = ? and platform_id = ?",
                copied.deploymentId(),
                platform.id()))
        .isOne();
  }

  @Test
  void takesANoticeOnceHoweverOftenItComes() {
    String id = id();
    String token = token(id);
    assertThat(tool.notices(body(token))).isNull();
    assertThat(tool.notices(body(token, token))).isNull();
    assertThat(tool.notices(body(token(id)))).isNull(); // told anew, and signed anew

    assertThat(tool.copied.events).hasSize(1);
  }

  @Test
  void theSameIdOfAnotherPlatformIsAnotherNotice() {
    String id = id();
    assertThat(tool.notices(body(token(id)))).isNull();
    assertThat(tool.notices(body(signed(sender("b"), id)))).isNull();

    assertThat(tool.copied.events).hasSize(2);
  }

  @Test
  void takesTheGoodOnesOfSeveralAndRefusesTheRest() {
    String bad = signed(stranger, id());
    ProblemException answer = tool.notices(body(token(id()), bad, token(id())));

    assertThat(answer).isNotNull().extracting(ProblemException::detailKey).isEqualTo("launch.key");
    assertThat(tool.copied.events).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "7",
        "[]",
        "{}",
        "{\"notices\":{}}",
        "{\"notices\":[7]}",
        "{\"notices\":[{\"jwt\":7}]}",
        "{\"notices\":[{}]}",
        "{\"notices\":[]} more",
        "{\"notices\":[],\"notices\":[]}"
      })
  void refusesWhatIsNoBodyOfNotices(String body) {
    ProblemException answer = tool.notices(body);
    assertThat(answer).isNotNull();
    assertThat(answer.type().status()).isEqualTo(400);
  }

  @Test
  void refusesDeepAndLongBodies() {
    String deep = "{\"notices\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";
    assertThat(tool.notices(deep)).isNotNull();
    String many =
        Stream.generate(() -> "{\"jwt\":\"a\"}").limit(101).collect(Collectors.joining(","));
    assertThat(tool.notices("{\"notices\":[" + many + "]}")).isNotNull();
    assertThat(tool.notices("{\"notices\":[]}")).isNull();
  }

  private static PlatformOnPaper sender(String name) {
    PlatformOnPaper found = tool.platforms.get(name);
    if (found == null) {
      throw new IllegalStateException("no platform " + name);
    }
    return found;
  }

  private static Map<String, Object> claims(PlatformOnPaper sender, String id) {
    return sender.copyNotice(id, tool.clock.instant());
  }

  private static String token(String id) {
    return signed(platform, id);
  }

  private static String signed(PlatformOnPaper sender, String id) {
    return PlatformOnPaper.sign(
        PlatformOnPaper.json(sender.header()),
        PlatformOnPaper.json(claims(sender, id)),
        sender.key());
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  private static String body(String... tokens) {
    return PlatformOnPaper.json(
        Map.of("notices", Stream.of(tokens).map(each -> Map.of("jwt", each)).toList()));
  }

  private static long refusals(String reason) {
    return tool.database.count(
        "select count(*) from audit_entry where action = 'notice.refused' and reason = ?", reason);
  }
}
