package org.badgebridge.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.badgebridge.database.Sql;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.People;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LmsUsersDatabaseTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void writesOnlyWhatChanged(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID platform = platform(database);
      LmsUser first = users(database, NOW).recognise(platform, "7", profile("Ada", "ada@x.edu"));
      LmsUser same = users(database, LATER).recognise(platform, "7", profile("Ada", "ada@x.edu"));
      LmsUser withheld = users(database, LATER).recognise(platform, "7", profile(null, null));

      assertThat(same.id()).isEqualTo(first.id());
      assertThat(same.personId()).isEqualTo(first.personId());
      assertThat(same.updatedAt()).isEqualTo(NOW);
      assertThat(withheld.displayName()).isEqualTo("Ada");

      LmsUser renamed = users(database, LATER).recognise(platform, "7", profile("Ada L.", null));
      assertThat(renamed.updatedAt()).isEqualTo(LATER);
      assertThat(users(database, LATER).find(first.id()).orElseThrow().profile())
          .isEqualTo(profile("Ada L.", "ada@x.edu"));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aCorrectedNameHoldsAgainstAVisitThatBeganBefore(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      LmsUsers users = users(database, NOW);
      UUID platform = platform(database);
      LmsUser read = users.recognise(platform, "7", profile("Ada", "ada@x.edu"));
      database.execute(
          "update lms_user set name = 'Adam', name_corrected_at = updated_at where id = ?",
          read.id());

      read.describe(profile("Ada L.", "new@x.edu"), LATER);
      new LmsUserRows(new Sql(database.dataSource())).update(List.of(read));

      LmsUser now = users.find(read.id()).orElseThrow();
      assertThat(now.profile()).isEqualTo(profile("Adam", "new@x.edu"));
      assertThat(users.recognise(platform, "7", profile("Ada L.", null)).displayName())
          .isEqualTo("Adam");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void makesNamesFit(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID platform = platform(database);
      String long600 = "🏅".repeat(300) + "\u0000";
      LmsUser user = users(database, NOW).recognise(platform, "7", profile(long600, long600));

      assertThat(user.displayName()).hasSize(500);
      assertThat(user.profile().email()).isNull();
      assertThat(
              users(database, LATER).recognise(platform, "7", profile(long600, null)).updatedAt())
          .isEqualTo(NOW);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void keepsWhatElseThePlatformCallsSomebody(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID platform = platform(database);
      LmsUsers users = users(database, NOW);
      UUID ada = users.recognise(platform, "7", called(null, "ada.l", " S1 ")).id();
      var said = Map.of("8", called("bo@uni.example", "bo", "bo@uni.example"));
      UUID bo = users.recogniseAll(platform, said).values().iterator().next().id();
      users.recognise(platform, "7", called(null, null, "x".repeat(256)));

      assertThat(users.find(ada).orElseThrow().profile()).isEqualTo(called(null, "ada.l", "S1"));
      assertThat(users.find(bo).orElseThrow().profile())
          .as("one name is kept once")
          .isEqualTo(called("bo@uni.example", "bo", null));
    }
  }

  private static LmsUser.Profile called(
      @Nullable String eppn, @Nullable String username, @Nullable String sourcedId) {
    return new LmsUser.Profile("Ada", null, null, null, null, false, eppn, username, sourcedId);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void makesOneUserOfManySimultaneousLaunches(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      UUID platform = platform(database);
      ExecutorService threads = Executors.newFixedThreadPool(8);
      List<Future<UUID>> ids = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        ids.add(
            threads.submit(
                () -> users(database, NOW).recognise(platform, "7", profile("Ada", null)).id()));
      }
      Set<UUID> distinct = new HashSet<>();
      for (Future<UUID> id : ids) {
        distinct.add(id.get());
      }
      threads.shutdown();
      assertThat(distinct).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void recognisesARosterLargerThanOneQuery(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID platform = platform(database);
      LmsUser known = users(database, NOW).recognise(platform, "s5", profile("Ada", null));

      Map<String, LmsUser> users =
          users(database, LATER).recogniseAll(platform, roster(1_200, "Name "));

      assertThat(users).hasSize(1_200);
      assertThat(users.get("s5")).extracting(LmsUser::id).isEqualTo(known.id());
      assertThat(users(database, LATER).find(users.values().stream().map(LmsUser::id).toList()))
          .hasSize(1_200);
      assertThat(users(database, LATER).find(List.of())).isEmpty();
      assertThat(users(database, LATER).recogniseAll(platform, Map.of())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void recognisesTenThousandMembersInSeconds(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID platform = platform(database);
      LmsUsers users = users(database, NOW);
      assertTimeout(
          Duration.ofSeconds(60), // far above what is expected, for a machine that is busy
          () -> {
            users.recogniseAll(platform, roster(10_000, "Name "));
            users.recogniseAll(platform, roster(10_000, "New name "));
          });
      assertThat(database.count("select count(*) from person")).isEqualTo(10_000);
      assertThat(database.count("select count(*) from lms_user where name like 'New name %'"))
          .isEqualTo(10_000);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void rostersThatMeetMakeNobodyTwice(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      UUID platform = platform(database);
      ExecutorService threads = Executors.newFixedThreadPool(4);
      List<Future<?>> runs = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        String name = "Name of roster " + i + " ";
        runs.add(
            threads.submit(
                () ->
                    database.transaction(
                        em ->
                            People.users(
                                    new Sql(JoinedDataSource.of(em)),
                                    Clock.fixed(NOW, ZoneOffset.UTC))
                                .recogniseAll(platform, roster(300, name)))));
      }
      for (Future<?> run : runs) {
        run.get();
      }
      threads.shutdown();
      assertThat(database.count("select count(*) from lms_user")).isEqualTo(300);
      assertThat(database.count("select count(*) from person")).isEqualTo(300);
    }
  }

  private static Map<String, LmsUser.Profile> roster(int size, String name) {
    Map<String, LmsUser.Profile> roster = new HashMap<>();
    for (int i = 0; i < size; i++) {
      roster.put("s" + i, profile(name + i, null));
    }
    return roster;
  }

  private static LmsUsers users(OpenDatabase database, Instant now) {
    return People.users(new Sql(database.dataSource()), Clock.fixed(now, ZoneOffset.UTC));
  }

  private static LmsUser.Profile profile(@Nullable String name, @Nullable String email) {
    return new LmsUser.Profile(name, null, null, email, null, false);
  }

  private static UUID platform(OpenDatabase database) {
    UUID institution = UUID.randomUUID();
    UUID platform = UUID.randomUUID();
    OffsetDateTime now = NOW.atOffset(ZoneOffset.UTC);
    database.execute(
        "insert into institution (id, name, default_locale, accent, created_at)"
            + " values (?, 'Example', 'en', '#123456', ?)",
        institution,
        now);
    database.execute(
        "insert into platform (id, institution_id, name, product, issuer, client_id,"
            + " auth_login_url, auth_token_url, key_set_url, state, origin, created_at, version)"
            + " values (?, ?, 'Campus', 'generic', 'https://c.example.edu', 'client', 'x', 'x',"
            + " 'x', 'ACTIVE', 'TYPED', ?, 1)",
        platform,
        institution,
        now);
    return platform;
  }
}
