package org.badgebridge.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes back, and what follows from it. */
class BouncesTest {

  private static final Actor STAFF = new Actor(Actor.Kind.ADMINISTRATOR, UUID.randomUUID(), "test");
  private static final UUID MAIL = UUID.fromString("0190a1b2-c3d4-4e5f-8a9b-0c1d2e3f4a5b");
  private static final String TOKEN = "0190a1b2c3d44e5f8a9b0c1d2e3f4a5b";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path outbox;

  private static String report(String to, String action, String status, String messageId) {
    return """
        Return-Path: <>
        From: MAILER-DAEMON@mx.example.org
        To: %s
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

        --b1
        Content-Type: text/plain

        I am sorry.

        --b1
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.org
        Arrival-Date: Sun, 22 Nov 2026 10:00:00 +0000

        Final-Recipient: rfc822; ada@example.org
        Action: %s
        Status: %s
        Diagnostic-Code: smtp; 550 said
         no

        --b1
        Content-Type: message/rfc822

        From: badges@badges.example.org
        Message-ID: %s
        Subject: You earned

        text
        --b1--
        """
        .formatted(to, action, status, messageId)
        .replace("\n", "\r\n");
  }

  private static Optional<DeliveryReport> read(String text) throws Exception {
    return DeliveryReport.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource({
    "5.1.1, ADDRESS",
    "5.1.10 (gone), ADDRESS",
    "5.2.2, FULL",
    "5.7.1, REFUSED",
    "5.0.0, UNKNOWN",
    "'', UNKNOWN"
  })
  void aFailureIsKnownByItsReturnAddressAndByTheNameOfTheMessage(String status, Trouble why)
      throws Exception {
    String address = "bounce+" + TOKEN + "@badges.example.org";
    assertThat(read(report(address, "failed", status, "<other@x>")))
        .contains(new DeliveryReport(MAIL, why));
    assertThat(
            read(report("Badges <badges@x.org>", "Failed", status, "<" + TOKEN + "@badges.x.org>")))
        .contains(new DeliveryReport(MAIL, why));
  }

  @ParameterizedTest
  @ValueSource(strings = {"delayed", "delivered", "relayed", "expanded", ""})
  void whatIsNotAFailureIsNone(String action) throws Exception {
    assertThat(read(report("bounce+" + TOKEN + "@x.org", action, "4.0.0", "<a@b>"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "Content-Type: multipart/report; boundary=x\r\n\r\nno parts",
        "Content-Type: multipart/report\r\n\r\n--x",
        "To: bounce+0190a1b2c3d44e5f8a9b0c1d2e3f4a5b@x.org\r\nSubject: away\r\n\r\nI am on holiday"
      })
  void whatIsNoReportIsNone(String text) {
    Optional<DeliveryReport> found;
    try {
      found = read(text);
    } catch (Exception e) {
      found = Optional.empty(); // the job says so in the log and goes on
    }
    assertThat(found).isEmpty();
  }

  @Test
  void aReportAboutSomebodyElsesMailIsNone() throws Exception {
    assertThat(read(report("postmaster@x.org", "failed", "5.1.1", "<1234@x.org>"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatComesBackIsUndeliverableUntilTheAddressChangesOrStaffTryAgain(TestDatabase kind)
      throws Exception {
    GreenMail server =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
            });
    server.start();
    try (OpenDatabase database = kind.open()) {
      GreenMailUser box = server.setUser("returned@example.org", "returned", "secret");
      MailRoom room =
          new MailRoom(
              database,
              "smtp://127.0.0.1:" + server.getSmtp().getPort(),
              "imap://returned:secret@127.0.0.1:" + server.getImap().getPort(),
              outbox);
      UUID ada = room.learner("Ada", "ada@example.org");
      room.offer(ada);
      room.after(Duration.ofMinutes(10));
      room.send();
      String sender = server.getReceivedMessages()[0].getHeader("Return-Path", null);
      String address = sender.substring(1, sender.length() - 1);

      box.deliver(message("To: returned@example.org\r\nSubject: hello\r\n\r\njust a question"));
      box.deliver(message(report(address, "delayed", "4.4.1", "<a@b>")));
      room.readBounces();
      assertThat(room.mails("SENT")).isOne();

      box.deliver(message(report(address, "failed", "5.1.1", "<a@b>")));
      box.deliver(message(report(address, "failed", "5.2.2", "<a@b>")));
      room.readBounces();
      room.readBounces();
      assertThat(room.mails("BOUNCED")).isOne();
      assertThat(database.count("select count(*) from audit_entry where action = 'mail.bounced'"))
          .isOne();
      List<Unreached.Learner> unreached = unreached(room);
      assertThat(unreached)
          .singleElement()
          .satisfies(
              each -> {
                assertThat(each.learner()).isEqualTo("Ada");
                assertThat(each.why()).isEqualTo(Trouble.ADDRESS);
              });
      room.offer(ada);
      room.after(Duration.ofDays(1));
      room.send();
      assertThat(server.getReceivedMessagesForDomain("example.org"))
          .filteredOn(each -> sentTo(each, "ada@"))
          .hasSize(1);

      database.execute("update lms_user set email = 'ada@new.example.org' where id = ?", ada);
      assertThat(unreached(room)).isEmpty();
      room.offer(ada);
      room.after(Duration.ofDays(1));
      room.send();
      assertThat(room.mails("SENT")).isOne();

      database.execute("update lms_user set email = 'ada@example.org' where id = ?", ada);
      UUID mail = unreached.get(0).mailId();
      room.offer(ada);
      room.desk(desk -> desk.tryAgain.address(room.course.institution, mail, STAFF));
      room.after(Duration.ofDays(1));
      room.send();
      assertThat(room.mails("SENT")).isEqualTo(2);
    } finally {
      server.stop();
    }
  }

  private static List<Unreached.Learner> unreached(MailRoom room) {
    return room.compute(desk -> desk.unreached.of(room.course.institution));
  }

  private static boolean sentTo(MimeMessage message, String start) {
    try {
      @Nullable String to = message.getHeader("To", null);
      return to != null && to.contains(start);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MimeMessage message(String text) throws Exception {
    return new MimeMessage(
        Session.getInstance(new Properties()),
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
