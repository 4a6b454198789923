package org.badgebridge.backpack.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.oauth2.sdk.client.ClientInformation;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.badgebridge.backpack.kit.SampleKit;
import org.badgebridge.backpack.provider.Reading;
import org.badgebridge.credential.SampleAward;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.Race;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostsDatabaseTest {

  private static final CodeVerifier VERIFIER = HostDesk.VERIFIER;

  private final MovableClock clock = new MovableClock();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void isKnownByItsSecretOfWhichOnlyADigestIsKept(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      ClientInformation registered = desk(database, HostDesk::register);
      UUID id = UUID.fromString(registered.getID().getValue());
      String secret = registered.getSecret().getValue();
      assertThat(known(database, id, secret)).isPresent();
      assertThat(known(database, id, secret + "x")).isEmpty();
      assertThat(known(database, UUID.randomUUID(), secret)).isEmpty();
      assertThat(
              database.count(
                  "select count(*) from host where secret_digest = ? or metadata like ?",
                  secret,
                  "%" + secret + "%"))
          .isZero();
      assertThat(audited(database, "host.registered")).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void sendsNobodyToAnAddressThatAHostDidNotRegister(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Host host = desk(database, HostDesk::host);
      for (String each :
          List.of(
              "https://evil.example/back",
              SampleHost.BACK + "/",
              SampleHost.BACK + "?x=y",
              "HTTPS://host.example.org/back",
              "")) {
        assertMalformed(database, with(host, "redirect_uri", each), "backpack.host.redirect");
      }
      for (String each : List.of("", "x", UUID.randomUUID().toString())) {
        assertMalformed(database, with(host, "client_id", each), "backpack.host.unknown");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void asksNobodyWhatIsNotInOrder(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Host host = desk(database, HostDesk::host);
      assertFaulty(database, with(host, "code_challenge", null), "invalid_request");
      assertFaulty(database, with(host, "code_challenge", "short"), "invalid_request");
      assertFaulty(database, with(host, "code_challenge_method", "plain"), "invalid_request");
      assertFaulty(database, with(host, "code_challenge_method", null), "invalid_request");
      assertFaulty(database, with(host, "state", null), "invalid_request");
      assertFaulty(database, with(host, "response_type", "token"), "unsupported_response_type");
      assertFaulty(database, with(host, "response_type", null), "invalid_request");
      assertFaulty(database, with(host, "response_mode", "fragment"), "invalid_request");
      assertFaulty(database, with(host, "request_uri", "https://x.example"), "invalid_request");
      assertFaulty(database, with(host, "scope", "offline_access"), "invalid_scope");
      assertFaulty(database, with(host, "scope", "openid"), "invalid_scope");
      assertFaulty(database, with(host, "scope", null), "invalid_scope");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void givesTokensForACodeOnceAndEndsAllWhenItComesAgain(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleAward badge = badge(database);
      Host host = desk(database, HostDesk::host);
      String code = desk(database, desk -> desk.allow(host, badge.person, false));
      assertThat(shown(database, badge.person)).as("nobody fetched it yet").isEmpty();

      GiveTokens.Given given = exchange(database, host, code, VERIFIER).orElseThrow();
      assertThat(given.lasts()).isEqualTo(Duration.ofHours(1));
      assertThat(given.refresh()).isNotNull();
      assertThat(opened(database, given.access())).isPresent();
      assertThat(shown(database, badge.person)).hasSize(1);
      assertThat(
              database.count(
                  "select count(*) from host_token where digest = ? or digest = ?",
                  given.access(),
                  given.refresh()))
          .isZero();

      assertThat(exchange(database, host, code, VERIFIER)).isEmpty();
      assertThat(opened(database, given.access())).isEmpty();
      assertThat(refresh(database, host, given)).isEmpty();
      assertThat(shown(database, badge.person)).isEmpty();
      assertThat(audited(database, "host.connected")).isOne();
      assertThat(audited(database, "host.disconnected")).isOne();
    }
  }

  /** By the name of its site, the only thing about it that is certain. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theOwnerIsToldByMailEachTimeAHostIsAllowed(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID person = badge(database).person;
      Host host = desk(database, HostDesk::host);
      for (int times = 1; times <= 2; times++) {
        desk(database, desk -> desk.allow(host, person, true));
        assertThat(
                database.count(
                    "select count(*) from way_notice where what = 'HOST' and about = ?"
                        + " and address = 'zoe@example.org' and language = 'en'",
                    host.site()))
            .isEqualTo(times);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void givesNothingForACodeThatIsNotProved(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID person = badge(database).person;
      Host host = desk(database, HostDesk::host);
      Host other = desk(database, HostDesk::host);

      String stolen = desk(database, desk -> desk.allow(host, person, false));
      assertThat(exchange(database, other, stolen, VERIFIER)).as("another host").isEmpty();
      assertThat(exchange(database, host, stolen, VERIFIER)).as("not by that").isPresent();

      String wrong = desk(database, desk -> desk.allow(host, person, false));
      assertThat(exchange(database, host, wrong, new CodeVerifier("w".repeat(43)))).isEmpty();
      assertThat(exchange(database, host, wrong, VERIFIER)).as("used up").isEmpty();

      String bare = desk(database, desk -> desk.allow(host, person, false));
      assertThat(exchange(database, host, bare, null)).isEmpty();

      String elsewhere = desk(database, desk -> desk.allow(host, person, false));
      Optional<GiveTokens.Given> given =
          desk(
              database,
              desk -> desk.giving.forCode(host, elsewhere, SampleHost.BACK + "2", VERIFIER));
      assertThat(given).isEmpty();

      String late = desk(database, desk -> desk.allow(host, person, false));
      clock.advance(HostConnections.CODE_LASTS);
      assertThat(exchange(database, host, late, VERIFIER)).isEmpty();
      assertThat(exchange(database, host, "x", VERIFIER)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void refreshesByATokenThatChangesAndEndsAllWhenAnOldOneComes(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID person = badge(database).person;
      Host host = desk(database, HostDesk::host);
      Host other = desk(database, HostDesk::host);
      GiveTokens.Given first = connected(database, host, person, false);
      clock.advance(HostTokens.ACCESS_LASTS);
      assertThat(opened(database, first.access())).isEmpty();

      assertThat(refresh(database, other, first)).as("another host").isEmpty();
      GiveTokens.Given second = refresh(database, host, first).orElseThrow();
      assertThat(opened(database, second.access())).isPresent();
      GiveTokens.Given third = refresh(database, host, second).orElseThrow();

      assertThat(refresh(database, host, first)).isEmpty();
      assertThat(refresh(database, host, third)).isEmpty();
      assertThat(opened(database, third.access())).isEmpty();
      assertThat(database.count("select count(*) from host_token")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void oneOfManyGetsTokensForACode(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      UUID person = badge(database).person;
      Host host = desk(database, HostDesk::host);
      String code = desk(database, desk -> desk.allow(host, person, false));
      assertThat(Race.of(4, () -> exchange(database, host, code, VERIFIER)))
          .filteredOn(Optional::isPresent)
          .hasSize(1);
      assertThat(shown(database, person)).as("twice is stolen").isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void nothingOpensOnceTheOwnerDisconnects(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID person = badge(database).person;
      Host host = desk(database, HostDesk::host);
      GiveTokens.Given given = connected(database, host, person, false);
      UUID id = shown(database, person).get(0).connection().id();
      assertThatThrownBy(() -> disconnect(database, UUID.randomUUID(), id))
          .isInstanceOfSatisfying(
              ProblemException.class,
              refused -> assertThat(refused.type()).isEqualTo(ProblemType.NOT_FOUND));
      assertThat(opened(database, given.access())).isPresent();

      disconnect(database, person, id);

      assertThat(opened(database, given.access())).isEmpty();
      assertThat(refresh(database, host, given)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aHostGivesBackItsOwnOnly(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID person = badge(database).person;
      Host host = desk(database, HostDesk::host);
      Host other = desk(database, HostDesk::host);
      GiveTokens.Given given = connected(database, host, person, false);
      database.transaction(em -> new HostDesk(em, clock).giving.revoke(other, given.access()));
      database.transaction(em -> new HostDesk(em, clock).giving.revoke(host, "x"));
      assertThat(opened(database, given.access())).isPresent();
      database.transaction(em -> new HostDesk(em, clock).giving.revoke(host, given.access()));
      assertThat(opened(database, given.access())).isEmpty();
      assertThat(refresh(database, host, given)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void endsByItselfAndIsForgotten(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID person = badge(database).person;
      desk(database, HostDesk::host);
      Host host = desk(database, HostDesk::host);
      GiveTokens.Given given = connected(database, host, person, false);
      clock.advance(Hosts.UNUSED_LASTS);
      forget(database);
      assertThat(database.count("select count(*) from host")).as("the unused one").isOne();

      clock.advance(HostDesk.LASTS);
      assertThat(shown(database, person)).isEmpty();
      assertThat(refresh(database, host, given)).isEmpty();
      forget(database);
      assertThat(database.count("select count(*) from host_connection")).isZero();
      assertThat(database.count("select count(*) from host")).isOne();
      clock.advance(Hosts.IDLE_LASTS);
      forget(database);
      assertThat(database.count("select count(*) from host")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatTheOwnerAllowedLastCounts(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID person = badge(database).person;
      Host host = desk(database, HostDesk::host);
      GiveTokens.Given all = connected(database, host, person, false);
      GiveTokens.Given open = connected(database, host, person, true);
      assertThat(opened(database, all.access())).isEmpty();
      assertThat(opened(database, open.access()).orElseThrow().publicOnly()).isTrue();
      assertThat(shown(database, person)).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void readsTheBadgesOfThatPersonPartByPart(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      SampleAward mine = SampleKit.claimed(database, course, clock);
      SampleAward later = SampleKit.claimed(database, course, clock);
      SampleKit.claimed(database, course, clock);
      database.execute(
          "update credential set person_id = ?, issued_at = ?, archived_at = issued_at,"
              + " revoked_at = issued_at where award_id = ?",
          mine.person,
          clock.instant().plusSeconds(60).atOffset(ZoneOffset.UTC),
          later.id);
      Host host = desk(database, HostDesk::host);
      HostConnection all =
          opened(database, connected(database, host, mine.person, false).access()).orElseThrow();
      List<String> documents = read(database, all, null, null, null);
      assertThat(documents).hasSize(2).allMatch(each -> each.contains("eddsa-rdfc-2022"));
      assertThat(read(database, all, "1", "1", null)).containsExactly(documents.get(1));
      assertThat(read(database, all, "1", "2", null)).isEmpty();
      assertThat(read(database, all, null, null, clock.instant().plusSeconds(59).toString()))
          .containsExactly(documents.get(1));
      assertThat(shown(database, mine.person).get(0).connection().readAt())
          .isEqualTo(clock.instant());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void readsOnlyWhatEverybodyMayHaveIfTheOwnerSaysSo(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleAward badge = badge(database);
      Host host = desk(database, HostDesk::host);
      HostConnection open =
          opened(database, connected(database, host, badge.person, true).access()).orElseThrow();
      assertThat(read(database, open, null, null, null)).isEmpty();
      database.execute(
          "update credential set public_since = issued_at where award_id = ?", badge.id);
      assertThat(read(database, open, null, null, null)).hasSize(1);
      assertThat(read(database, open, null, "1", null)).isEmpty();
    }
  }

  private Optional<Host> known(OpenDatabase database, UUID id, String secret) {
    return desk(database, desk -> desk.hosts.withSecret(id, secret));
  }

  private SampleAward badge(OpenDatabase database) {
    return SampleKit.claimed(database, new SampleCourse(database), clock);
  }

  private GiveTokens.Given connected(
      OpenDatabase database, Host host, UUID person, boolean publicOnly) {
    String code = desk(database, desk -> desk.allow(host, person, publicOnly));
    return exchange(database, host, code, VERIFIER).orElseThrow();
  }

  private Optional<GiveTokens.Given> exchange(
      OpenDatabase database, Host host, String code, @Nullable CodeVerifier verifier) {
    return desk(database, desk -> desk.giving.forCode(host, code, SampleHost.BACK, verifier));
  }

  private Optional<GiveTokens.Given> refresh(
      OpenDatabase database, Host host, GiveTokens.Given given) {
    return desk(database, desk -> desk.giving.forRefresh(host, String.valueOf(given.refresh())));
  }

  private Optional<HostConnection> opened(OpenDatabase database, String token) {
    return desk(database, desk -> desk.tokens.opened(token));
  }

  private List<HostConnections.Shown> shown(OpenDatabase database, UUID person) {
    return desk(database, desk -> desk.connections.ofPerson(person));
  }

  private List<String> read(
      OpenDatabase database,
      HostConnection connection,
      @Nullable String limit,
      @Nullable String offset,
      @Nullable String since) {
    return desk(
        database, desk -> Reading.documents(desk.reading, connection, limit, offset, since));
  }

  private void disconnect(OpenDatabase database, UUID person, UUID id) {
    database.transaction(
        em -> new HostDesk(em, clock).connecting.disconnect(person, id, HostDesk.owner(person)));
  }

  private void forget(OpenDatabase database) {
    database.transaction(em -> new HostDesk(em, clock).forgetting.run());
  }

  private static Map<String, String> with(Host host, String parameter, @Nullable String value) {
    Map<String, String> asks = HostDesk.asks(host);
    asks.remove(parameter);
    if (value != null) {
      asks.put(parameter, value);
    }
    return asks;
  }

  private void assertMalformed(OpenDatabase database, Map<String, String> asks, String key) {
    assertThatThrownBy(() -> desk(database, desk -> desk.request(asks)))
        .isInstanceOfSatisfying(
            ProblemException.class, refused -> assertThat(refused.detailKey()).isEqualTo(key));
  }

  private void assertFaulty(OpenDatabase database, Map<String, String> asks, String error) {
    assertThatThrownBy(() -> desk(database, desk -> desk.request(asks)))
        .as(asks.toString())
        .isInstanceOfSatisfying(
            FaultyRequest.class,
            faulty ->
                assertThat(faulty.back().toString())
                    .startsWith(SampleHost.BACK + "?")
                    .contains("error=" + error, "iss=https"));
  }

  private <T> T desk(OpenDatabase database, Function<HostDesk, T> work) {
    return database.compute(em -> work.apply(new HostDesk(em, clock)));
  }

  private static long audited(OpenDatabase database, String action) {
    return database.count("select count(*) from audit_entry where action = ?", action);
  }
}
