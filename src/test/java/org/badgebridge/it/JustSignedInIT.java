package org.badgebridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.keys.Digests;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the owner of a backpack may not do in a browser that has long been signed in. */
@ExtendWith(SharedServer.Extension.class)
class JustSignedInIT {

  private static final String ONCE_MORE = "/backpack/sign-in?again=yes";

  private static SharedServer shared;
  private static Caller caller;

  @BeforeAll
  static void start(SharedServer server) {
    shared = server;
    caller = new Caller(server.process().address());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/backpack/data/erase",
        "/backpack/ways/address",
        "/backpack/ways/address/00000000-0000-0000-0000-000000000000/remove",
        "/backpack/ways/school/00000000-0000-0000-0000-000000000000/remove",
        "/backpack/ways/login/00000000-0000-0000-0000-000000000000/remove",
        "/backpack/ways/join",
      })
  void asksForAnotherSignInAndComesBack(String deed) throws SQLException {
    HttpResponse<String> answer = post(deed, signedIn(Duration.ofMinutes(16)));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(location(answer)).isEqualTo(ONCE_MORE);
    assertThat(answer.headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith("__Host-badgebridge-back="));
  }

  @Test
  void asksBeforeALoginIsAdded() throws SQLException {
    HttpResponse<String> answer =
        caller.get(
            "/login/" + UUID.randomUUID() + "/begin?link=yes", signedIn(Duration.ofMinutes(16)));
    assertThat(location(answer)).isEqualTo(ONCE_MORE);
  }

  @Test
  void erasesNothingBefore() throws SQLException {
    String[] old = signedIn(Duration.ofMinutes(16));
    post("/backpack/data/erase", old);
    assertThat(waiting(old)).isFalse();
    String[] late = signedIn(Duration.ofMinutes(14));
    post("/backpack/data/erase", late);
    assertThat(waiting(late)).isTrue();
  }

  @Test
  void saysWhy() {
    assertThat(caller.get(ONCE_MORE, "Accept-Language", "en").body())
        .contains("more than 15 minutes ago");
    assertThat(caller.get("/backpack/sign-in", "Accept-Language", "en").body())
        .doesNotContain("minutes ago");
  }

  @Test
  void offersNoCodeToWhoseSchoolTellsNoAddress() throws SQLException {
    UUID person = UUID.randomUUID();
    String[] session = signedIn(person, Duration.ofMinutes(16));
    assertThat(caller.get(ONCE_MORE, session).body()).contains("id=\"email\"");
    knownTo(person, "Moodle of the evening school");
    assertThat(caller.get(ONCE_MORE, session).body())
        .contains("Moodle of the evening school", "From your course")
        .doesNotContain("id=\"email\"", "mailbox");
  }

  @Test
  void comesBackAlsoToAPageThatOnlyShows() {
    HttpResponse<String> answer = caller.get("/backpack/ways", "Accept", "text/html");
    assertThat(location(answer)).isEqualTo("/backpack/sign-in");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith("__Host-badgebridge-back="));
  }

  private static boolean waiting(String[] session) {
    return caller.get("/backpack/data", session).body().contains("/erasures/");
  }

  private static HttpResponse<String> post(String path, String[] session) {
    String[] headers = List.of(session).toArray(new String[session.length + 2]);
    headers[session.length] = "Origin";
    headers[session.length + 1] = shared.process().address().toString();
    return caller.form(path, Map.of("code", "none", "email", ""), headers);
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("none").replaceAll("^http://[^/]+", "");
  }

  /** The headers of somebody new who signed in some time ago. */
  private static String[] signedIn(Duration ago) throws SQLException {
    return signedIn(UUID.randomUUID(), ago);
  }

  private static String[] signedIn(UUID person, Duration ago) throws SQLException {
    String token = "token-" + UUID.randomUUID();
    OffsetDateTime then = OffsetDateTime.now(ZoneOffset.UTC).minus(ago);
    try (Connection connection = connection()) {
      insert(connection, "insert into person (id, created_at) values (?, ?)", person, then);
      insert(
          connection,
          "insert into browser_session (token_digest, kind, subject_id, created_at, expires_at)"
              + " values (?, 'PERSON', ?, ?, ?)",
          Digests.sha256(token),
          person,
          then,
          then.plusDays(1));
    }
    return new String[] {
      "Cookie", "__Host-badgebridge=" + token, "Accept", "text/html", "Accept-Language", "en"
    };
  }

  /** An account at an LMS that tells no e-mail address. */
  private static void knownTo(UUID person, String lms) throws SQLException {
    UUID id = UUID.randomUUID();
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    try (Connection connection = connection()) {
      insert(
          connection,
          "insert into institution (id, name, default_locale, accent, created_at)"
              + " values (?, 'Evening school', 'en', '#1f5fbf', ?)",
          id,
          now);
      insert(
          connection,
          "insert into platform (id, institution_id, name, product, issuer, client_id,"
              + " auth_login_url, auth_token_url, key_set_url, state, origin, created_at, version)"
              + " values (?, ?, ?, 'moodle', ?, 'tool', 'https://lms.example/auth',"
              + " 'https://lms.example/token', 'https://lms.example/keys', 'ACTIVE', 'TYPED', ?, 1)",
          id,
          id,
          lms,
          "https://lms.example/" + id,
          now);
      insert(
          connection,
          "insert into lms_user (id, platform_id, sub, person_id, name, test_user, created_at,"
              + " updated_at) values (?, ?, '7', ?, 'Tim', false, ?, ?)",
          id,
          id,
          person,
          now,
          now);
    }
  }

  private static Connection connection() throws SQLException {
    List<String> jdbc = shared.process().jdbc();
    return DriverManager.getConnection(jdbc.get(0), jdbc.get(1), jdbc.get(2));
  }

  private static void insert(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
