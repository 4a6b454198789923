package org.badgebridge.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.badgebridge.award.Reach;
import org.badgebridge.identity.Actor;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is told what, when, and how often. */
class DeliveryDatabaseTest {

  private static final Actor STAFF = new Actor(Actor.Kind.ADMINISTRATOR, UUID.randomUUID(), "test");
  private static final Duration UNDO = Duration.ofMinutes(10);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path outbox;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void fiveAwardsAreOneMessage(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      MailRoom room = new MailRoom(database, null, outbox);
      UUID ada = room.learner("Ada", "ada@example.org");
      List<UUID> awards = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        awards.add(room.offer(ada));
        room.after(Duration.ofMinutes(2)); // each puts the word off a little
      }
      awards.add(room.offerByRule(ada)); // and this one comes along
      assertThat(room.mails("QUEUED")).isZero();

      room.after(UNDO);
      assertThat(room.mails("QUEUED")).isOne();
      assertThat(database.count("select count(*) from mail_award")).isEqualTo(5);
      room.send();
      room.after(Duration.ofDays(3));
      room.send();

      assertThat(room.mails("SENT")).isOne();
      assertThat(room.outbox.latest(9)).hasSize(1);
      assertThat(awards).allSatisfy(each -> assertThat(room.told(each)).isOne());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void nothingLeavesInTheUndoWindow(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      MailRoom room = new MailRoom(database, null, outbox);
      UUID undone = room.offer(room.learner("Ada", "ada@example.org"));
      room.after(UNDO.minusSeconds(1));
      assertThat(room.mails("QUEUED")).isZero();
      room.desk(desk -> desk.award.withdraw.withdraw(undone, "mistake", Reach.STAFF, STAFF));
      room.after(Duration.ofDays(2));
      assertThat(database.count("select count(*) from mail")).isZero();

      UUID kept = room.offer(room.learner("Bob", "bob@example.org"));
      room.after(UNDO);
      room.send();
      assertThat(room.told(kept)).isOne();
      assertThat(room.told(undone)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatARuleGivesShowsInTheCoursePageFirst(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      MailRoom room = new MailRoom(database, null, outbox);
      UUID seen = room.offerByRule(room.learner("Ada", "ada@example.org"));
      UUID unseen = room.offerByRule(room.learner("Bob", "bob@example.org"));
      room.after(Duration.ofHours(23));
      assertThat(room.mails("QUEUED")).isZero();
      room.desk(desk -> desk.award.awards.markSeen(List.of(seen)));
      room.after(Duration.ofHours(1));
      room.send();
      assertThat(room.told(seen)).isZero();
      assertThat(room.told(unseen)).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void nobodyIsToldWhoSawItOrLostItBetweenQueueingAndSending(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      MailRoom room = new MailRoom(database, null, outbox);
      UUID seen = room.offer(room.learner("Ada", "ada@example.org"));
      UUID gone = room.offer(room.learner("Bob", "bob@example.org"));
      room.after(UNDO);
      room.desk(desk -> desk.award.awards.markSeen(List.of(seen)));
      room.desk(desk -> desk.award.withdraw.withdraw(gone, "mistake", Reach.STAFF, STAFF));
      room.send();
      assertThat(room.mails("DROPPED")).isEqualTo(2);
      assertThat(room.outbox.latest(9)).isEmpty();

      // what comes back is told after all
      room.desk(desk -> desk.award.withdraw.restore(gone, Reach.STAFF, STAFF));
      room.after(UNDO);
      room.send();
      assertThat(room.told(gone)).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void testUsersAndThoseWithoutAddressGetNoMail(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      MailRoom room = new MailRoom(database, null, outbox);
      UUID tester = room.course.user("Tester", true);
      room.course.member(tester, "LEARNER", false);
      database.execute("update lms_user set email = 't@example.org' where id = ?", tester);
      room.offer(tester);
      assertThat(database.count("select count(*) from notice")).isZero();
      room.offer(room.learner("Ada", null));
      UUID stopped = room.learner("Bob", "bob@example.org");
      room.offer(stopped);
      room.desk(desk -> assertThat(desk.stops.stop(stopped)).isTrue());
      room.after(Duration.ofDays(2));
      assertThat(database.count("select count(*) from mail")).isZero();
      assertThat(database.count("select count(*) from notice")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void sendsOnceThoughTheServerDiedInBetween(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      MailRoom room = new MailRoom(database, null, outbox);
      room.offer(room.learner("Ada", "ada@example.org"));
      room.after(UNDO);
      List<String> owed = List.copyOf(room.jobs.owed);
      room.send();
      room.jobs.owed.addAll(owed); // the scheduler did not hear that it was done
      room.send();
      assertThat(room.mails("SENT")).isOne();
      assertThat(room.outbox.latest(9)).hasSize(1);
      assertThat(room.failures).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void oneBadAddressStopsNoOther(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open();
        ScriptedServer server = new ScriptedServer("nobody@", "550 5.1.1 <nobody@x> unknown")) {
      MailRoom room = new MailRoom(database, server.url(), outbox);
      UUID first = room.offer(room.learner("Ada", "ada@example.org"));
      UUID refused = room.offer(room.learner("Nobody", "nobody@example.org"));
      UUID broken = room.offer(room.learner("Broken", "a@example.org, b@example.org"));
      UUID last = room.offer(room.learner("Bob", "bob@example.org"));
      room.after(UNDO);
      room.send();
      assertThat(room.failures).isEmpty();
      assertThat(room.told(first) + room.told(last)).isEqualTo(2);
      assertThat(room.told(refused) + room.told(broken)).isZero();
      assertThat(room.mails("FAILED")).isEqualTo(2);
      assertThat(database.count("select count(*) from undeliverable where why = 'ADDRESS'"))
          .isEqualTo(2);
      assertThat(server.recipients).hasSize(3).noneMatch(each -> each.contains("b@example.org>>"));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aServerThatSaysNotNowIsAskedAgainUntilPatienceEnds(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open();
        ScriptedServer server = new ScriptedServer("ada@", "450 4.2.1 <ada@example.org> busy")) {
      MailRoom room = new MailRoom(database, server.url(), outbox);
      room.offer(room.learner("Ada", "ada@example.org"));
      room.after(UNDO);
      for (int i = 0; i < 9; i++) {
        room.send();
      }
      assertThat(room.failures)
          .hasSize(9)
          .allSatisfy(each -> assertThat(each.toString()).doesNotContain("ada@"));
      assertThat(room.mails("QUEUED")).isOne();
      room.send();
      assertThat(room.mails("FAILED")).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aDeadServerFailsNobody(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      MailRoom room = new MailRoom(database, "smtp://127.0.0.1:1", outbox);
      room.offer(room.learner("Ada", "ada@example.org"));
      room.after(UNDO);
      for (int i = 0; i < 12; i++) {
        room.send();
      }
      assertThat(room.mails("QUEUED")).isOne();
      assertThat(database.count("select count(*) from undeliverable")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theOutboxTakesWholeMessages(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      MailRoom room = new MailRoom(database, null, outbox);
      room.offer(room.learner("Ada", "ada@example.org"));
      room.after(UNDO);
      room.send();
      Outbox.Item item = room.outbox.latest(1).get(0);
      String text = new String(room.outbox.read(item.id()).orElseThrow(), StandardCharsets.UTF_8);
      assertThat(text).contains("To: Ada <ada@example.org>", "multipart/alternative");
    }
  }
}
