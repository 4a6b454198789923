package org.badgebridge.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.badgebridge.award.AwardState;
import org.badgebridge.credential.CredentialDesk;
import org.badgebridge.credential.supplement.SupplementJoined;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is told of a document that was joined to a badge. */
class SupplementMailDatabaseTest {

  private static final Duration UNDO = Duration.ofMinutes(10);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path outbox;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void manyAreOneMessageAndNoneIsToldTwice(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      MailRoom room = new MailRoom(database, null, outbox);
      UUID ada = room.learner("Ada", "ada@example.org");
      UUID credential = claimed(room, ada);
      UUID one = join(room, credential, ada);
      join(room, credential, ada);
      room.after(UNDO.minusSeconds(1));
      assertThat(room.mails("QUEUED")).isZero();

      room.after(Duration.ofSeconds(1));
      assertThat(room.mails("QUEUED")).isOne();
      room.send();
      room.desk(desk -> desk.noteSupplements.on(joined(room, one, ada)));
      room.after(Duration.ofDays(1));
      assertThat(room.mails("SENT")).isOne();
      assertThat(room.mails("QUEUED")).isZero();

      next(room, one);
      room.desk(desk -> desk.noteSupplements.on(joined(room, one, ada)));
      room.after(UNDO);
      room.send();
      assertThat(room.mails("SENT")).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatWasSeenOrWithdrawnIsNotTold(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      MailRoom room = new MailRoom(database, null, outbox);
      UUID ada = room.learner("Ada", "ada@example.org");
      UUID credential = claimed(room, ada);
      UUID withdrawn = join(room, credential, ada);
      UUID seen = join(room, credential, ada);
      database.execute(
          "update supplement set withdrawn_at = ? where id = ?",
          room.clock.instant().atOffset(ZoneOffset.UTC),
          withdrawn);
      database.execute("update supplement set seen = 1 where id = ?", seen);
      room.after(Duration.ofDays(1));

      assertThat(database.count("select count(*) from mail")).isZero();
    }
  }

  private static UUID claimed(MailRoom room, UUID learner) {
    UUID award = room.offer(learner);
    return room.database.compute(
        em -> {
          CredentialDesk desk = new CredentialDesk(room.database, em, Clock.systemUTC());
          desk.awards.locked(award).claim(room.clock.instant());
          assertThat(desk.awards.find(award).orElseThrow().state()).isEqualTo(AwardState.CLAIMED);
          return desk.issue.issue(award).id();
        });
  }

  private static UUID join(MailRoom room, UUID credential, UUID learner) {
    UUID id = UUID.randomUUID();
    room.database.execute(
        "insert into supplement (id, credential_id, title, shown, seen, created_at)"
            + " values (?, ?, 'Diploma supplement', false, 0, ?)",
        id,
        credential,
        room.clock.instant().atOffset(ZoneOffset.UTC));
    next(room, id);
    room.desk(desk -> desk.noteSupplements.on(joined(room, id, learner)));
    return id;
  }

  private static void next(MailRoom room, UUID id) {
    int number =
        1
            + (int)
                room.database.count(
                    "select count(*) from supplement_version where supplement_id = ?", id);
    room.database.execute(
        "insert into supplement_version (supplement_id, number, file_name, kind, bytes, sha256,"
            + " content, added_at, added_by) values (?, ?, 'd.pdf', 'PDF', 1, 'x', ?, ?, 'test')",
        id,
        number,
        new byte[] {1},
        room.clock.instant().atOffset(ZoneOffset.UTC));
  }

  private static SupplementJoined joined(MailRoom room, UUID id, UUID learner) {
    return new SupplementJoined(id, learner, room.course.institution);
  }
}
