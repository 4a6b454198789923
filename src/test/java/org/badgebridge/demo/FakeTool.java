package org.badgebridge.demo;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.badgebridge.demo.http.Json;
import org.badgebridge.demo.http.Reply;
import org.badgebridge.demo.http.Request;
import org.badgebridge.demo.http.Routes;
import org.badgebridge.demo.http.WebServer;
import org.badgebridge.demo.oidc.IdToken;
import org.badgebridge.demo.oidc.SigningKeys;
import org.badgebridge.demo.school.Activity;
import org.badgebridge.demo.school.Placement;
import org.badgebridge.demo.school.Role;

/** The least tool that a campus can be tried with. */
final class FakeTool implements AutoCloseable {

  static final RSAKey KEY = SigningKeys.generate();

  private final WebServer server = WebServer.bind(0);
  private final HttpClient http = HttpClient.newHttpClient();

  /** The answers of the platform's authorization endpoint, oldest first. */
  final List<Map<String, String>> launches = new CopyOnWriteArrayList<>();

  /** The bodies of what was told, oldest first. */
  final List<String> notices = new CopyOnWriteArrayList<>();

  final Campus campus;

  FakeTool(Personality personality) {
    campus = Campus.start(0, personality, base());
    server.serve(
        new Routes()
            .get("/lti/login", this::login)
            .post("/lti/login", this::login)
            .post("/lti/launch", this::launch)
            .post("/lti/notices", this::notice)
            .get(
                "/.well-known/jwks.json",
                request -> Reply.json(200, new JWKSet(KEY.toPublicJWK()).toJSONObject())),
        (request, refusal) -> Reply.text(refusal.status(), refusal.reason()));
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  private Reply login(Request request) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("scope", "openid");
    parameters.put("response_type", "id_token");
    parameters.put("response_mode", "form_post");
    parameters.put("prompt", "none");
    parameters.put("client_id", String.valueOf(request.either("client_id")));
    parameters.put("redirect_uri", base() + "/lti/launch");
    parameters.put("login_hint", String.valueOf(request.either("login_hint")));
    parameters.put("lti_message_hint", String.valueOf(request.either("lti_message_hint")));
    parameters.put("state", "state-" + UUID.randomUUID());
    parameters.put("nonce", "nonce-" + UUID.randomUUID());
    return Reply.redirect(
        campus.base() + campus.personality().authorizationPath() + "?" + form(parameters));
  }

  private Reply launch(Request request) {
    launches.add(request.form());
    return Reply.text(200, "launched");
  }

  private Reply notice(Request request) {
    notices.add(request.body());
    return Reply.text(200, "told");
  }

  /** A client assertion, right as it comes. */
  IdToken assertion() {
    long now = Instant.now().getEpochSecond();
    var claims = new LinkedHashMap<String, Object>();
    claims.put("iss", campus.clientId());
    claims.put("sub", campus.clientId());
    claims.put("aud", audience());
    claims.put("iat", now - 5);
    claims.put("exp", now + 60);
    claims.put("jti", UUID.randomUUID().toString());
    return signed(claims);
  }

  IdToken signed(Map<String, Object> claims) {
    return campus
        .idToken(
            campus.school().person(Role.LEARNER),
            campus.school().courses().get(0),
            firstToolActivity(),
            "any")
        .signedBy(KEY)
        .keyId(KEY.getKeyID())
        .payload(Json.write(claims));
  }

  private Activity firstToolActivity() {
    var course = campus.school().courses().get(0);
    return course.activities().stream()
        .filter(activity -> activity.link() != null)
        .findFirst()
        .orElseGet(() -> campus.school().add(course, Placement.of(campus.clientId(), "Badge")));
  }

  String audience() {
    String own = campus.personality().tokenAudience();
    return own == null ? campus.base() + campus.personality().tokenPath() : own;
  }

  HttpResponse<String> askToken(String assertion, String scopes) {
    return send(
        HttpRequest.newBuilder(campus.base().resolve(campus.personality().tokenPath()))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    form(
                        Map.of(
                            "grant_type",
                            "client_credentials",
                            "client_assertion_type",
                            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                            "client_assertion",
                            assertion,
                            "scope",
                            scopes)))));
  }

  String token(String scopes) {
    HttpResponse<String> answer = askToken(assertion().serialize(), scopes);
    return String.valueOf(Json.object(answer.body()).get("access_token"));
  }

  /** A call with a fresh token for the scope; {@code type} is Accept, or what the body is. */
  HttpResponse<String> call(String method, String uri, String scope, String type, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(uri)).header("Authorization", "Bearer " + token(scope));
    if (body.isEmpty()) {
      request.method(method, BodyPublishers.noBody());
      if (!type.isEmpty()) {
        request.header("Accept", type);
      }
    } else {
      request.method(method, BodyPublishers.ofString(body)).header("Content-Type", type);
    }
    return send(request);
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  @Override
  public void close() {
    campus.close();
    server.close();
  }
}
