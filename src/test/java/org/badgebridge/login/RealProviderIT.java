package org.badgebridge.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.badgebridge.login.LoginRefused.Why;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Logging in at OpenID providers of other people, two of them, and what must not let anybody in.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // filled before each
class RealProviderIT {

  private static final UUID HERE = UUID.fromString("0190aaaa-0000-7000-8000-000000000001");
  private static final UUID THERE = UUID.fromString("0190aaaa-0000-7000-8000-000000000002");

  private RealProvider here;
  private RealProvider there;
  private OpenDatabase database;
  private LoginDesk desk;

  @BeforeAll
  void startProviders() throws Exception {
    RealProvider.install();
    here = RealProvider.start(BeginLogin.redirect(LoginDesk.ORIGIN, HERE));
    there = RealProvider.start(BeginLogin.redirect(LoginDesk.ORIGIN, THERE));
  }

  @AfterAll
  void stopProviders() throws Exception {
    here.close();
    there.close();
  }

  @BeforeEach
  void setUp() {
    database = TestDatabase.H2.open();
    for (UUID each : new UUID[] {HERE, THERE}) {
      database.execute(
          "insert into institution (id, name, default_locale, accent, created_at)"
              + " values (?, ?, 'en', '#1f5fbf', ?)",
          each,
          "University " + each,
          OffsetDateTime.of(2026, 9, 1, 8, 0, 0, 0, ZoneOffset.UTC));
    }
    desk = new LoginDesk(database, Clock.systemUTC());
    desk.set(HERE, here.issuer);
    desk.set(THERE, there.issuer);
  }

  @AfterEach
  void tearDown() {
    database.close();
  }

  @Test
  void tellsWhoLoggedIn() throws Exception {
    Login login = finish(HERE, here.answer(desk.begin(HERE)));

    assertThat(login.subject()).isEqualTo("ada");
    assertThat(login.name()).isEqualTo("ada of the provider");
    assertThat(login.email()).isEqualTo("ada@home.example");
    assertThat(login.enters()).isTrue();
    assertThat(login.claims()).containsEntry("iss", here.issuer);
  }

  @Test
  void keepsTheSecretSealed() {
    byte[] sealed =
        new Sql(database.dataSource())
            .first(
                "select sealed_secret from openid_provider where institution_id = ?",
                row -> row.bytes("sealed_secret"),
                HERE)
            .orElseThrow();
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(RealProvider.SECRET);
  }

  @Test
  void answersALoginOnce() throws Exception {
    Map<String, String> answer = here.answer(desk.begin(HERE));
    finish(HERE, answer);
    refused(Why.REPLAYED, HERE, answer);
  }

  @Test
  void answersTheBrowserThatBeganOnly() throws Exception {
    Map<String, String> answer = here.answer(desk.begin(HERE));
    for (String browser : new String[] {"", LoginDesk.BROWSER.replace('a', 'b')}) {
      assertThatThrownBy(() -> desk.finishing.finish(HERE, response(answer, browser)))
          .isInstanceOfSatisfying(
              LoginRefused.class, e -> assertThat(e.why()).isEqualTo(Why.BROWSER));
    }
    assertThat(finish(HERE, answer).subject()).as("and it is not used up").isEqualTo("ada");
  }

  @Test
  void forgetsALoginThatTakesTooLong() throws Exception {
    Map<String, String> answer = here.answer(desk.begin(HERE));
    desk = new LoginDesk(database, Clock.offset(Clock.systemUTC(), BeginLogin.LASTS));
    refused(Why.STATE, HERE, answer);
  }

  @Test
  void refusesTokensOfAnotherTime() throws Exception {
    Map<String, String> answer = here.answer(desk.begin(HERE));
    desk = new LoginDesk(database, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(11)));
    refused(Why.TIME, HERE, answer);
  }

  @Test
  void refusesAStateThatIsNotOurs() throws Exception {
    Map<String, String> answer = here.answer(desk.begin(HERE));
    refused(Why.STATE, HERE, with(answer, "state", answer.get("state") + "A"));
    refused(Why.STATE, HERE, with(answer, "state", ""));
  }

  @Test
  void isNotMixedUpByASecondProvider() throws Exception {
    Map<String, String> ours = here.answer(desk.begin(HERE));
    Map<String, String> theirs = there.answer(desk.begin(THERE));

    refused(Why.STATE, HERE, theirs);
    refused(Why.STATE, THERE, ours);
    refused(Why.MIXED_UP, HERE, with(ours, "iss", there.issuer));
  }

  @Test
  void refusesAnAnswerThatHidesWhomItIsFrom() throws Exception {
    Map<String, String> answer = here.answer(desk.begin(HERE));
    answer.remove("iss");
    refused(Why.MIXED_UP, HERE, answer);
  }

  @Test
  void refusesTheCodeOfAnotherProvider() throws Exception {
    Map<String, String> ours = here.answer(desk.begin(HERE));
    Map<String, String> theirs = there.answer(desk.begin(THERE));
    refused(Why.CODE, HERE, with(ours, "code", String.valueOf(theirs.get("code"))));
  }

  @Test
  void refusesACodeThatAnotherLoginBrought() throws Exception {
    Map<String, String> first = here.answer(desk.begin(HERE));
    Map<String, String> second = here.answer(desk.begin(HERE));
    refused(Why.CODE, HERE, with(second, "code", String.valueOf(first.get("code"))));
  }

  @Test
  void takesANoForANo() throws Exception {
    Map<String, String> answer = here.answer(desk.begin(HERE));
    answer.remove("code");
    refused(Why.DENIED, HERE, with(answer, "error", "access_denied"));
  }

  @Test
  void letsNobodyInWhileItIsSwitchedOff() throws Exception {
    Map<String, String> answer = here.answer(desk.begin(HERE));
    database.execute("update openid_provider set enabled = false");
    refused(Why.CLOSED, HERE, answer);
    assertThatThrownBy(() -> desk.begin(HERE)).isInstanceOf(LoginRefused.class);
    assertThat(desk.providers.open()).isEmpty();
  }

  @Test
  void writesRefusalsDown() throws Exception {
    Map<String, String> answer = here.answer(desk.begin(HERE));
    refused(Why.MIXED_UP, HERE, with(answer, "iss", there.issuer));
    assertThat(
            database.count(
                "select count(*) from audit_entry where action = 'login.refused'"
                    + " and institution_id = ? and reason = 'mixed-up'",
                HERE))
        .isOne();
  }

  @Test
  void keepsOnlyAProviderThatCallsItselfSo() {
    for (String issuer :
        new String[] {here.issuer + "/", here.issuer + "/jwks", "http://127.0.0.1:1"}) {
      assertThatThrownBy(() -> keep(issuer, "secret", 1))
          .as(issuer)
          .isInstanceOfSatisfying(
              InvalidFields.class,
              e -> assertThat(e.faults()).extracting(f -> f.field()).containsExactly("issuer"));
    }
    assertThatThrownBy(() -> keep(here.issuer + "?a=b", "", 0))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            e ->
                assertThat(e.faults())
                    .extracting(f -> f.field())
                    .containsExactly("issuer", "secret"));
  }

  @Test
  void keepsTheSecretThatIsNotTypedAnewAndRefusesWhoIsLate() throws Exception {
    keep(here.issuer, "", 1);
    assertThat(finish(HERE, here.answer(desk.begin(HERE))).subject()).isEqualTo("ada");
    assertThatThrownBy(() -> keep(here.issuer, "", 1))
        .hasMessageContaining("login.changed-meanwhile");
    keep(here.issuer, "wrong", 2);
    refused(Why.CODE, HERE, here.answer(desk.begin(HERE)));
  }

  private void keep(String issuer, String secret, long version) {
    desk.keeping.keep(
        HERE,
        new KeepOpenIdProvider.Typed("U", issuer, RealProvider.CLIENT, secret, true, version),
        LoginDesk.ADMINISTRATOR);
  }

  @Test
  void asksForACodeWithProofOfItsReceiver() {
    URI begun = desk.begin(HERE);
    Map<String, String> asked = RealProvider.parameters(begun);
    assertThat(asked)
        .containsEntry("response_type", "code")
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("redirect_uri", "http://127.0.0.1:9/login/" + HERE)
        .containsKeys("nonce", "state", "code_challenge");
    assertThat(RealProvider.parameters(desk.begin(HERE)).get("nonce"))
        .isNotEqualTo(asked.get("nonce"));
  }

  private Login finish(UUID institution, Map<String, String> answer) {
    return desk.finishing.finish(institution, response(answer, LoginDesk.BROWSER));
  }

  private void refused(Why why, UUID institution, Map<String, String> answer) {
    assertThatThrownBy(() -> finish(institution, answer))
        .isInstanceOfSatisfying(LoginRefused.class, e -> assertThat(e.why()).isEqualTo(why));
  }

  private static Map<String, String> with(Map<String, String> answer, String name, String value) {
    Map<String, String> changed = new HashMap<>(answer);
    changed.put(name, value);
    return changed;
  }

  private static FinishLogin.Response response(Map<String, String> answer, String browser) {
    return new FinishLogin.Response(
        answer.get("code"), answer.get("error"), answer.get("state"), answer.get("iss"), browser);
  }
}
