package org.badgebridge.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Properties;
import java.util.UUID;
import org.badgebridge.award.request.RequestDecided;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is told of a request that was returned or denied. */
class DecisionMailDatabaseTest {

  private static final Duration UNDO = Duration.ofMinutes(10);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path outbox;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void returnedAndDeniedOnesAreOneMessageEach(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      MailRoom room = new MailRoom(database, null, outbox);
      UUID ada = room.learner("Ada", "ada@example.org");
      UUID returned = decide(room, request(room, ada), "RETURNED", "Which <texts>?");
      decide(room, request(room, ada), "RETURNED", "And where?");
      decide(room, request(room, ada), "DENIED", "You were not there.");
      room.after(UNDO.minusSeconds(1));
      assertThat(room.mails("QUEUED")).isZero();

      room.after(Duration.ofSeconds(1));
      assertThat(room.mails("QUEUED")).isEqualTo(2);
      room.send();
      room.after(Duration.ofDays(3));
      room.send();

      assertThat(room.mails("SENT")).isEqualTo(2);
      assertThat(sent(room, 0) + sent(room, 1))
          .contains("Have another look at your request", "About your request")
          .contains("Which <texts>?", "And where?", "You were not there.")
          .contains("Which &lt;texts&gt;?")
          .contains("/backpack/requests/" + returned);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void isToldAgainOnlyWhenItIsDecidedAgain(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      MailRoom room = new MailRoom(database, null, outbox);
      UUID request = request(room, room.learner("Ada", "ada@example.org"));
      decide(room, request, "RETURNED", "More");
      room.after(UNDO);
      room.send();
      room.desk(desk -> desk.noteDecisions.on(decided(database, request)));
      room.after(Duration.ofDays(1));
      assertThat(room.mails("QUEUED")).isZero();

      decide(room, request, "DENIED", "No");
      room.after(UNDO);
      room.send();
      assertThat(room.mails("SENT")).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void nobodyIsToldWhatWasTakenBackOrWhoCannotBe(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      MailRoom room = new MailRoom(database, null, outbox);
      UUID reopened = request(room, room.learner("Ada", "ada@example.org"));
      decide(room, reopened, "DENIED", "No");
      database.execute(
          "update award_request set state = 'OPEN', decided_at = null, words = null where id = ?",
          reopened);
      UUID stopped = room.learner("Bob", "bob@example.org");
      room.desk(desk -> desk.stops.stop(stopped));
      decide(room, request(room, stopped), "DENIED", "No");
      decide(room, request(room, room.learner("Cleo", null)), "DENIED", "No");
      UUID preview = room.course.user("Preview", true);
      database.execute("update lms_user set email = 'p@example.org' where id = ?", preview);
      decide(room, request(room, preview), "DENIED", "No");

      room.after(Duration.ofDays(2));

      assertThat(database.count("select count(*) from mail")).isZero();
      assertThat(database.count("select count(*) from notice")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatChangesBetweenQueueingAndSendingIsDropped(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      MailRoom room = new MailRoom(database, null, outbox);
      UUID request = request(room, room.learner("Ada", "ada@example.org"));
      decide(room, request, "RETURNED", "More");
      room.after(UNDO);
      database.execute(
          "update award_request set state = 'OPEN', decided_at = null where id = ?", request);
      room.send();

      assertThat(room.mails("DROPPED")).isOne();
      assertThat(room.outbox.latest(9)).isEmpty();
    }
  }

  private static UUID request(MailRoom room, UUID learner) {
    UUID id = UUID.randomUUID();
    room.database.execute(
        "insert into award_request (id, institution_id, badge_class_id, lms_user_id, state,"
            + " asked_at, sent_at, version) values (?, ?, ?, ?, 'OPEN', ?, ?, 1)",
        id,
        room.course.institution,
        room.course.badgeClass(),
        learner,
        room.clock.instant().atOffset(ZoneOffset.UTC),
        room.clock.instant().atOffset(ZoneOffset.UTC));
    return id;
  }

  private static UUID decide(MailRoom room, UUID request, String state, String words) {
    room.database.execute(
        "update award_request set state = ?, words = ?, decided_at = ? where id = ?",
        state,
        words,
        room.clock.instant().atOffset(ZoneOffset.UTC),
        request);
    room.desk(desk -> desk.noteDecisions.on(decided(room.database, request)));
    return request;
  }

  private static RequestDecided decided(OpenDatabase database, UUID request) {
    return database.compute(
        em -> {
          Object[] row =
              (Object[])
                  em.createNativeQuery(
                          "select cast(lms_user_id as varchar(36)),"
                              + " cast(institution_id as varchar(36)) from award_request"
                              + " where id = ?1")
                      .setParameter(1, request)
                      .getSingleResult();
          return new RequestDecided(
              request, UUID.fromString(row[0].toString()), UUID.fromString(row[1].toString()));
        });
  }

  private static String sent(MailRoom room, int index) throws Exception {
    byte[] raw = room.outbox.read(room.outbox.latest(9).get(index).id()).orElseThrow();
    MimeMessage message =
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
    return message.getSubject() + text(message);
  }

  private static String text(Part part) throws Exception {
    if (!(part.getContent() instanceof Multipart parts)) {
      return part.getContent().toString();
    }
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < parts.getCount(); i++) {
      all.append(text(parts.getBodyPart(i)));
    }
    return all.toString();
  }
}
