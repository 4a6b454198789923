package org.badgebridge.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The words that institutions choose for their mail. */
class MailTextsDatabaseTest {

  private static final Actor STAFF = new Actor(Actor.Kind.ADMINISTRATOR, UUID.randomUUID(), "test");
  private static final MailText OWN =
      new MailText("News for {name}", "Dear **{name}**,\n\nfrom {institution}: {badges}", "");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path outbox;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void ownWordsHoldUntilTheyAreReset(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      MailRoom room = new MailRoom(database, null, outbox);
      MailTexts.Key key = key(room);
      MailText usual = room.compute(desk -> desk.texts.of(key));
      room.desk(desk -> desk.changeText.keep(key, OWN, 0, STAFF));
      room.offer(room.learner("Ada *Lovelace*", "ada@example.org"));
      room.after(Duration.ofMinutes(10));
      room.send();
      String message =
          new String(
              room.outbox.read(room.outbox.latest(1).get(0).id()).orElseThrow(),
              StandardCharsets.UTF_8);
      assertThat(message)
          .contains("Subject: News for Ada *Lovelace*", "<strong>Ada *Lovelace*</strong>");

      // a change of what somebody else changed since is not lost silently
      room.desk(desk -> desk.changeText.keep(key, OWN, 1, STAFF));
      assertConflict(room, key, 0);
      assertConflict(room, key, 1);
      room.desk(
          desk -> {
            assertThat(desk.texts.chosen(room.course.institution)).containsExactly(key);
            desk.changeText.reset(key, STAFF);
            assertThat(desk.texts.of(key)).isEqualTo(usual);
            assertThat(desk.texts.chosen(room.course.institution)).isEmpty();
          });
      assertThat(database.count("select count(*) from audit_entry where action like 'mail-text.%'"))
          .isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void faultsAreNamedAndStrangersRefused(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      MailRoom room = new MailRoom(database, null, outbox);
      MailText faulty = new MailText("\n", "{password}", "x".repeat(4001));
      assertThatThrownBy(() -> room.desk(desk -> desk.changeText.keep(key(room), faulty, 0, STAFF)))
          .isInstanceOfSatisfying(
              InvalidFields.class,
              e ->
                  assertThat(e.faults())
                      .extracting(FieldFault::field)
                      .containsExactlyInAnyOrder("subject", "intro", "outro"));
      Actor stranger = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "test");
      assertThatThrownBy(() -> room.desk(desk -> desk.changeText.keep(key(room), OWN, 0, stranger)))
          .isInstanceOf(ProblemException.class);
      assertThat(database.count("select count(*) from mail_text")).isZero();
    }
  }

  private static MailTexts.Key key(MailRoom room) {
    return new MailTexts.Key(room.course.institution, MailKind.OFFER, Locale.ENGLISH);
  }

  private static void assertConflict(MailRoom room, MailTexts.Key key, long revision) {
    assertThatThrownBy(() -> room.desk(desk -> desk.changeText.keep(key, OWN, revision, STAFF)))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.CONFLICT));
  }
}
