package org.badgebridge.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.badgebridge.award.Reach;
import org.badgebridge.delivery.Reminded.Result;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.EmailAddress;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How often learners are reminded: rather not than once too often. */
class RemindersDatabaseTest {

  private static final Actor STAFF = new Actor(Actor.Kind.ADMINISTRATOR, UUID.randomUUID(), "test");
  private static final Duration UNDO = Duration.ofMinutes(10);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path outbox;

  private MailRoom told(OpenDatabase database) {
    return new MailRoom(database, null, outbox);
  }

  private static Result press(MailRoom room, @Nullable UUID award) {
    assertThat(award).isNotNull();
    return room.compute(desk -> desk.remind.byHand(award, Reach.STAFF, STAFF)).result();
  }

  private static long reminders(OpenDatabase database) {
    return database.count("select count(*) from mail where kind = 'REMINDER' and state = 'SENT'");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void remindsOnThePlannedDaysOnly(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      MailRoom room = told(database);
      room.offer(room.learner("Ada", "ada@example.org"));
      List<Integer> days = new ArrayList<>();
      for (int day = 1; day <= 90; day++) {
        long before = reminders(database);
        room.day();
        if (reminders(database) > before) {
          days.add(day);
        }
      }
      assertThat(days).containsExactly(20, 40); // of the usual clocks; it lapsed on day 82
      assertThat(room.mails("SENT")).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void onlyOneInSevenDaysAcrossAllBadgeClasses(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      MailRoom room = told(database);
      UUID ada = room.learner("Ada", "ada@example.org");
      List<Integer> days = new ArrayList<>();
      room.offer(ada);
      for (int day = 1; day <= 30; day++) {
        long before = reminders(database);
        if (day <= 6) {
          room.offer(ada);
        }
        room.day();
        if (reminders(database) > before) {
          days.add(day);
        }
      }
      assertThat(days).containsExactly(20, 27);
      assertThat(
              database.count(
                  "select count(*) from mail_award ma join mail m on m.id = ma.mail_id"
                      + " where m.kind = 'REMINDER'"))
          .isEqualTo(14); // each names all seven
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aHundredPressesAreOneReminder(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      MailRoom room = told(database);
      UUID ada = room.learner("Ada", "ada@example.org");
      List<UUID> awards = List.of(room.offer(ada), room.offer(ada), room.offer(ada));
      assertThat(press(room, awards.get(0))).isEqualTo(Result.ON_ITS_WAY); // not told yet
      room.after(UNDO);
      room.send();
      room.clock.advance(Duration.ofDays(2));

      ExecutorService pool = Executors.newFixedThreadPool(4);
      try {
        List<Callable<Result>> presses = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
          UUID award = awards.get(i % 3);
          presses.add(() -> press(room, award));
        }
        List<Result> results = new ArrayList<>();
        for (Future<Result> each : pool.invokeAll(presses)) {
          results.add(each.get());
        }
        assertThat(results).containsOnlyOnce(Result.QUEUED).contains(Result.ON_ITS_WAY);
      } finally {
        pool.shutdownNow();
      }
      room.send();
      assertThat(press(room, awards.get(1))).isEqualTo(Result.REMINDED_BEFORE);
      assertThat(reminders(database)).isOne();
      room.clock.advance(Duration.ofDays(7));
      assertThat(press(room, awards.get(2))).isEqualTo(Result.QUEUED);
      assertThat(database.count("select count(*) from audit_entry where action = 'award.reminded'"))
          .isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void onePersonUnderTwoNamesHasOneBudget(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      MailRoom room = told(database);
      UUID one = room.learner("Ada", "ada@example.org");
      UUID other = room.learner("Ada", "ada@other.example.org");
      database.execute(
          "update lms_user set person_id = (select person_id from lms_user where id = ?)"
              + " where id = ?",
          one,
          other);
      UUID first = room.offer(one);
      UUID second = room.offer(other);
      room.after(UNDO);
      room.send();
      assertThat(press(room, first)).isEqualTo(Result.QUEUED);
      room.send();
      assertThat(press(room, second)).isEqualTo(Result.REMINDED_BEFORE);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void nobodyIsRemindedWhoSawItStoppedMailOrCannotBeReached(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      MailRoom room = told(database);
      UUID seen = room.offer(room.learner("Seen", "seen@example.org"));
      UUID stopper = room.learner("Stopped", "stopped@example.org");
      UUID stopped = room.offer(stopper);
      UUID silent = room.offer(room.learner("Silent", null));
      UUID gone = room.offer(room.learner("Gone", "gone@example.org"));
      UUID bad = room.offer(room.learner("Bad", "bad@example.org"));
      room.after(UNDO);
      room.send();
      room.desk(
          desk -> {
            desk.award.awards.markSeen(List.of(seen));
            desk.stops.stop(stopper);
            desk.award.withdraw.withdraw(gone, "mistake", Reach.STAFF, STAFF);
            desk.undeliverable.note(EmailAddress.digest("BAD@example.org"), Trouble.FULL);
          });
      assertThat(press(room, seen)).isEqualTo(Result.SEEN);
      assertThat(press(room, stopped)).isEqualTo(Result.OPTED_OUT);
      assertThat(press(room, silent)).isEqualTo(Result.NO_ADDRESS);
      assertThat(press(room, gone)).isEqualTo(Result.ENDED);
      assertThat(press(room, bad)).isEqualTo(Result.UNDELIVERABLE);
      for (int day = 0; day < 60; day++) {
        room.day();
      }
      assertThat(reminders(database)).isZero();

      room.desk(desk -> assertThat(desk.stops.resume(stopper)).isTrue());
      room.day();
      assertThat(reminders(database)).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void onlyThoseMayRemindWhoMayAward(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      MailRoom room = told(database);
      UUID award = room.offer(room.learner("Ada", "ada@example.org"));
      room.after(UNDO);
      room.send();
      Actor stranger = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "test");
      assertThatThrownBy(
              () -> room.compute(desk -> desk.remind.byHand(award, Reach.STAFF, stranger)))
          .isInstanceOf(ProblemException.class);
      Reach elsewhere = Reach.course(UUID.randomUUID());
      assertThatThrownBy(() -> room.compute(desk -> desk.remind.byHand(award, elsewhere, STAFF)))
          .isInstanceOf(ProblemException.class);
      Reach here = Reach.course(room.course.course);
      Actor lecturer = new Actor(Actor.Kind.LECTURER, room.course.lecturer, "launch");
      assertThat(room.compute(desk -> desk.remind.byHand(award, here, lecturer)).result())
          .isEqualTo(Result.QUEUED);
    }
  }
}
