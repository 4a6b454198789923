package org.badgebridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.badgebridge.passback.outcomes.OAuthSigner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The receiver of LTI 1.1 Basic Outcomes on the real server, by HTTP. */
@ExtendWith(SharedServer.Extension.class)
class OutcomesIT {

  private static final String SECRET = "a secret+with/odd signs";
  private static final String XML = "application/xml";

  private static ServerProcess server;
  private static Caller caller;

  @BeforeAll
  static void start(SharedServer shared) {
    server = shared.process();
    caller = new Caller(server.address());
  }

  private static ConnectedCourse connected() {
    return new ConnectedCourse(
        server, "outcomes", "{\"form\":\"{course}/{activity}/{user}\"}", SECRET);
  }

  private static OAuthSigner signer(ConnectedCourse place) {
    return new OAuthSigner(place.connector.toString(), SECRET);
  }

  private static String message(String operation, String sourcedId, String result) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><imsx_POXEnvelopeRequest"
        + " xmlns=\"http://www.imsglobal.org/services/ltiv1p1/xsd/imsoms_v1p0\"><imsx_POXHeader>"
        + "<imsx_POXRequestHeaderInfo><imsx_version>V1.0</imsx_version><imsx_messageIdentifier>m1"
        + "</imsx_messageIdentifier></imsx_POXRequestHeaderInfo></imsx_POXHeader><imsx_POXBody><"
        + operation
        + "Request><resultRecord><sourcedGUID><sourcedId>"
        + sourcedId
        + "</sourcedId></sourcedGUID>"
        + result
        + "</resultRecord></"
        + operation
        + "Request></imsx_POXBody></imsx_POXEnvelopeRequest>";
  }

  private static String replace(String sourcedId, String score) {
    return message(
        "replaceResult",
        sourcedId,
        "<result><resultScore><language>en</language><textString>"
            + score
            + "</textString></resultScore></result>");
  }

  private static String post(ConnectedCourse place, String body) {
    String path = "/passback/outcomes/" + place.connector;
    String header =
        signer(place).header(server.address() + path, body, Instant.now().getEpochSecond());
    return said(caller.post(path, XML, body, "Authorization", header));
  }

  /** Whatever happened, it is told in an envelope with 200. */
  private static String said(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(XML);
    return answer.body().replaceAll(".*<imsx_codeMajor>(\\w+)<.*", "$1");
  }

  @Test
  void aToolSetsAndDeletesAResultByASealedId() throws Exception {
    ConnectedCourse place = connected();
    String path = "/passback/outcomes/" + place.connector + "/sourcedids";
    Map<String, String> form =
        Map.of("course", place.contextId, "activity", "quiz 1", "user", place.learner);
    OAuthSigner signer = signer(place);
    String header =
        signer.header(
            server.address() + path, signer.parameters(Instant.now().getEpochSecond()), form);
    HttpResponse<String> sealed = caller.form(path, form, "Authorization", header);
    assertThat(sealed.statusCode()).as(sealed.body()).isEqualTo(200);
    assertThat(caller.form(path, form, "Authorization", header).statusCode()).isEqualTo(401);

    assertThat(post(place, replace(sealed.body(), "0.75"))).isEqualTo("success");
    assertThat(place.score()).isEqualTo(0.75);
    assertThat(post(place, message("deleteResult", sealed.body(), ""))).isEqualTo("success");
    place.awaitNoScore();
  }

  @Test
  void aToolUsesIdsOfItsOwn() throws Exception {
    ConnectedCourse place = connected();
    String id = place.contextId + "/quiz/" + place.learner;
    assertThat(post(place, replace(id, "1.0"))).isEqualTo("success");
    assertThat(place.score()).isEqualTo(1);
    assertThat(post(place, message("readResult", id, ""))).isEqualTo("success");
    assertThat(post(place, message("readPerson", id, ""))).isEqualTo("unsupported");
  }

  @Test
  void answersEverythingElseWithAFailure() {
    ConnectedCourse place = connected();
    String id = place.contextId + "/quiz/" + place.learner;
    String path = "/passback/outcomes/" + place.connector;
    String url = server.address() + path;
    String good = replace(id, "0.5");
    long now = Instant.now().getEpochSecond();
    for (String bad :
        List.of(
            replace(id, "1.5"),
            replace(id, "NaN"),
            replace("nobody", "1"),
            good.replace("?><", "?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><"),
            good.replace("imsoms_v1p0", "imsoms_v9"),
            "<x/>",
            "")) {
      assertThat(post(place, bad)).as(bad).isEqualTo("failure");
    }
    String header = signer(place).header(url, good, now - 301);
    assertThat(said(caller.post(path, XML, good, "Authorization", header))).isEqualTo("failure");
    header = signer(place).header(url, good, now);
    assertThat(said(caller.post(path, XML, good + " ", "Authorization", header)))
        .isEqualTo("failure");
    assertThat(
            said(
                caller.post(
                    path, "application/x-www-form-urlencoded", good, "Authorization", header)))
        .isEqualTo("failure");
    assertThat(said(caller.post(path, XML, good))).isEqualTo("failure");
    String large = good.replaceFirst("</imsx_POXBody>", " ".repeat(2 << 20) + "</imsx_POXBody>");
    assertThat(post(place, large)).isEqualTo("failure");
    assertThat(said(caller.post(path, XML, good, "Authorization", header))).isEqualTo("success");
    assertThat(said(caller.post(path, XML, good, "Authorization", header))).isEqualTo("failure");
    place.off();
    assertThat(post(place, good)).isEqualTo("failure");
  }
}
