package org.badgebridge.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.badgebridge.badgeclass.content.SampleContent;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Place;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OnceOnlyDatabaseTest {

  private static final int THREADS = 16;

  private final MovableClock clock = new MovableClock();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void sixteenAtOnceMakeOneBadgeClass(TestDatabase kind) throws Exception {
    try (OpenDatabase db = kind.open()) {
      SampleCourse at = new SampleCourse(db);
      UUID client = client(db, at);
      ExecutorService threads = Executors.newFixedThreadPool(THREADS);
      try {
        List<Callable<Answer>> all = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
          all.add(() -> create(db, at, client, "key", "body"));
        }
        Set<Answer> answers = new HashSet<>();
        for (Future<Answer> each : threads.invokeAll(all)) {
          answers.add(each.get());
        }
        assertThat(answers).hasSize(1);
      } finally {
        threads.shutdownNow();
      }
      assertThat(db.count("select count(*) from badge_class")).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aKeyStandsForOneRequestOfOneClientForAWeek(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      SampleCourse at = new SampleCourse(db);
      UUID client = client(db, at);
      Answer first = create(db, at, client, "key", "body");
      assertThat(create(db, at, client, "key", "body")).isEqualTo(first);
      assertThat(create(db, at, client(db, at), "key", "body")).isNotEqualTo(first);
      assertThatThrownBy(() -> create(db, at, client, "key", "other"))
          .isInstanceOfSatisfying(
              ProblemException.class,
              problem -> assertThat(problem.type()).isEqualTo(ProblemType.CONFLICT));
      clock.advance(Duration.ofDays(8));
      db.transaction(em -> new ForgetAnswers(new ApiDesk(em, clock).onceOnly, clock).run());
      assertThat(create(db, at, client, "key", "other")).isNotEqualTo(first);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatFailedCanBeSentAgain(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      SampleCourse at = new SampleCourse(db);
      UUID client = client(db, at);
      assertThatThrownBy(
              () ->
                  db.transaction(
                      em ->
                          new ApiDesk(em, clock)
                              .onceOnly.answer(
                                  new OnceOnly.Request(client, "key", "body"),
                                  () -> {
                                    throw new ProblemException(ProblemType.INVALID, "x.y");
                                  })))
          .isInstanceOf(ProblemException.class);
      assertThat(create(db, at, client, "key", "body").status()).isEqualTo(201);
    }
  }

  private Answer create(OpenDatabase db, SampleCourse at, UUID client, String key, String what) {
    Actor actor = new Actor(Actor.Kind.CLIENT, client, "client " + client);
    return db.compute(
        em -> {
          ApiDesk desk = new ApiDesk(em, clock);
          return desk.onceOnly.answer(
              new OnceOnly.Request(client, key, what),
              () ->
                  desk.answers.changed(
                      201,
                      desk.badges.create(
                          at.institution, SampleContent.plain("Once"), false, actor)));
        });
  }

  private UUID client(OpenDatabase db, SampleCourse at) {
    UUID maker = UUID.randomUUID();
    db.execute(
        "insert into staff_account (id, email, name, password_hash, locale, created_at, version)"
            + " values (?, ?, 'Maker', '-', 'en', ?, 1)",
        maker,
        maker + "@example.org",
        SampleCourse.THEN);
    return db.compute(
            em ->
                new ApiDesk(em, clock)
                    .staff.make.make(
                        Place.institution(at.institution),
                        "Test",
                        EnumSet.of(Permission.CREATE),
                        null,
                        new Actor(Actor.Kind.ADMINISTRATOR, maker, "test")))
        .id();
  }
}
