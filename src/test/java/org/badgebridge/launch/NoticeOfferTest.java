package org.badgebridge.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a launch must offer so that we ask the platform to tell us of copied courses. */
class NoticeOfferTest {

  private static final String OFFER =
      """
      {"platform_notification_service_url": "https://a.example.edu/pns/1",
       "service_versions": ["1.0"],
       "scope": ["https://purl.imsglobal.org/spec/lti/scope/noticehandlers"],
       "notice_types_supported": ["LtiHelloWorldNotice", "LtiContextCopyNotice"]}""";

  private final ToolOnPaper tool = new ToolOnPaper();
  private final PlatformOnPaper platform =
      tool.register("a", "https://campus.example.edu", "client-a", "ACTIVE");

  @AfterEach
  void close() {
    tool.close();
  }

  @Test
  void isTakenOnceHoweverManyLaunchesMakeIt() {
    launch(OFFER);
    launch(OFFER);
    launch(OFFER.replace("pns/1", "pns/2"));

    assertThat(tool.jobs.owed)
        .hasSize(2)
        .allMatch(owed -> owed.startsWith("register-notice-handler "));
    assertThat(
            tool.database.count(
                "select count(*) from notice_handler where service_url ="
                    + " 'https://a.example.edu/pns/2'"))
        .isOne();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "7",
        "[]",
        "{}",
        "{\"notice_types_supported\": \"LtiContextCopyNotice\"}",
        "LtiContextCopyNotice>LtiTomorrowNotice",
        "noticehandlers>others",
        "https://a>javascript:a",
        "\"https://a.example.edu/pns/1\">{}"
      })
  void isNoOfferWithoutAllOfIt(String change) {
    String[] parts = change.split(">", -1);
    launch(parts.length == 1 ? change : OFFER.replace(parts[0], parts[1]));

    assertThat(tool.jobs.owed).isEmpty();
  }

  private void launch(String offer) {
    ToolOnPaper.Begun login = tool.begin(platform);
    Map<String, Object> claims = platform.resourceLink(login.nonce(), tool.clock.instant());
    try {
      Object claim = new ObjectMapper().readValue(offer, Object.class);
      claims.put(LaunchMessages.CLAIM + "platformnotificationservice", claim);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    String token =
        PlatformOnPaper.sign(
            PlatformOnPaper.json(platform.header()), PlatformOnPaper.json(claims), platform.key());
    String body = ToolOnPaper.encode(Map.of("state", login.state(), "id_token", token));
    assertThat(tool.launch(body, Map.of("Cookie", login.cookie())).status).isEqualTo(200);
  }
}
