package org.badgebridge.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a message looks like to the mail server that takes it. */
class MailTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path outbox;

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetupTest.SMTP.getProtocol()));

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private MailRoom room(OpenDatabase database) {
    server.setUser("tool@example.org", "tool", "pa ss@1");
    return new MailRoom(
        database, "smtp://tool:pa%20ss%401@127.0.0.1:" + server.getSmtp().getPort(), outbox);
  }

  private MimeMessage received(MailRoom room) throws Exception {
    room.after(Duration.ofMinutes(10));
    room.send();
    assertThat(room.failures).isEmpty();
    MimeMessage[] all = server.getReceivedMessages();
    return all[all.length - 1];
  }

  private static String part(MimeMessage message, int number) throws Exception {
    BodyPart part = ((MimeMultipart) message.getContent()).getBodyPart(number);
    return String.valueOf(part.getContent());
  }

  @Test
  void saysItInTextAndHtmlWithAllThatMailProgramsAskFor() throws Exception {
    try (OpenDatabase database = TestDatabase.H2.open()) {
      MailRoom room = room(database);
      UUID ada = room.learner("Ada Lovelace", "ada@example.org");
      UUID badge = room.course.badgeClass();
      room.offer(badge, ada);
      MimeMessage message = received(room);

      assertThat(message.getSubject()).isEqualTo("You earned: Logician");
      assertThat(message.getFrom())
          .extracting(Object::toString)
          .containsExactly("Badges <badges@badges.example.org>");
      assertThat(message.getAllRecipients())
          .extracting(Object::toString)
          .containsExactly("Ada Lovelace <ada@example.org>");
      assertThat(message.getMessageID()).matches("<[0-9a-f]{32}@badges\\.example\\.org>");
      assertThat(message.getHeader("Return-Path", null))
          .matches("<bounce\\+[0-9a-f]{32}@badges\\.example\\.org>");
      assertThat(message.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
      assertThat(message.getHeader("Content-Language", null)).isEqualTo("en");
      assertThat(message.getHeader("List-Unsubscribe-Post", null))
          .isEqualTo("List-Unsubscribe=One-Click");
      String stop = message.getHeader("List-Unsubscribe", null);
      assertThat(stop).startsWith("<https://badges.example.org/mail/stop/");
      String token = stop.substring(stop.lastIndexOf('/') + 1, stop.length() - 1);
      assertThat(DeliveryDesk.STOP.learner(token)).isEqualTo(ada);

      assertThat(message.getContentType()).startsWith("multipart/alternative");
      String text = part(message, 0);
      assertThat(text)
          .startsWith("Hello Ada Lovelace")
          .contains(
              "* Logician",
              "Can be claimed until Feb 12, 2027",
              "https://badges.example.org/claim/",
              "https://badges.example.org/badges/" + badge,
              "https://badges.example.org/mail/stop/")
          .doesNotContain("{");
      assertThat(part(message, 1))
          .contains("<html lang=\"en\">", "Hello Ada Lovelace", "/badges/" + badge)
          .doesNotContain("<img", "<script", "{");
    }
  }

  @Test
  void speaksTheLanguageOfTheLearnerElseThatOfTheInstitution() throws Exception {
    try (OpenDatabase database = TestDatabase.H2.open()) {
      MailRoom room = room(database);
      UUID dutch = room.learner("Ada", "ada@example.org");
      database.execute("update lms_user set locale = 'nl-BE' where id = ?", dutch);
      room.offer(dutch);
      assertThat(received(room).getSubject()).isEqualTo("Je hebt verdiend: Logician");

      database.execute("update institution set default_locale = 'nl'");
      room.offer(room.learner("Bob", "bob@example.org"));
      MimeMessage message = received(room);
      assertThat(part(message, 0)).startsWith("Hallo Bob");
      assertThat(message.getHeader("Content-Language", null)).isEqualTo("nl");
    }
  }

  @Test
  void namesAndSubjectsCannotBecomeHeadersOrMarkup() throws Exception {
    try (OpenDatabase database = TestDatabase.H2.open()) {
      MailRoom room = room(database);
      String name =
          "Eve\r\nBcc: all@example.org =?UTF-8?Q?boss?= <b>x</b> [l](http://evil.example)";
      UUID eve = room.learner(name, "eve@example.org");
      UUID badge = room.course.badgeClass();
      database.execute(
          "update badge_class set content = ? where id = ?",
          "{\"wording\":{\"name\":\"A\\r\\nX-Bad: 1 =?UTF-8?B?Ym9zcw==?= <i>ë</i>\","
              + "\"description\":\"d\",\"criteria\":\"c\"},\"language\":\"en\","
              + "\"type\":\"achievement\",\"theme\":\"community\"}",
          badge);
      room.offer(badge, eve);
      MimeMessage message = received(room);

      assertThat(message.getHeader("Bcc")).isNull();
      assertThat(message.getHeader("X-Bad")).isNull();
      assertThat(server.getReceivedMessages()).hasSize(1);
      assertThat(message.getSubject())
          .isEqualTo("You earned: A X-Bad: 1 = ?UTF-8?B?Ym9zcw== ?= <i>ë</i>");
      assertThat(message.getAllRecipients()).hasSize(1);
      assertThat(message.getAllRecipients()[0].toString())
          .contains("eve@example.org")
          .doesNotContain("\n", "\r");
      assertThat(part(message, 1))
          .contains("&lt;b&gt;x&lt;/b&gt;", "&lt;i&gt;")
          .doesNotContain("<b>x", "<i>", "href=\"http://evil");
    }
  }

  @Test
  void theFirstNoticeIsNotMixedUpAcrossLearners() throws Exception {
    try (OpenDatabase database = TestDatabase.H2.open()) {
      MailRoom room = room(database);
      UUID badge = room.course.badgeClass();
      room.offer(badge, room.learner("Ada", "ada@example.org"));
      room.offer(badge, room.learner("Bob", "bob@example.org"));
      received(room);
      assertThat(List.of(server.getReceivedMessages()))
          .hasSize(2)
          .allSatisfy(
              each -> {
                String to = each.getAllRecipients()[0].toString();
                assertThat(part(each, 0)).startsWith("Hello " + to.substring(0, 3));
              });
    }
  }

  @Test
  void anAddressThatWeDidNotSealStopsNothing() {
    for (String token : List.of("", "x", "AAAA", "ÿ")) {
      assertThatThrownBy(() -> DeliveryDesk.STOP.learner(token))
          .isInstanceOf(ProblemException.class);
    }
  }

  @Test
  void settingsAreCheckedAtStart() {
    assertThat(settings(null, null, null).faults()).isEmpty();
    assertThat(settings("smtps://u:p@mail.example.org", "B <b@example.org>", null).faults())
        .isEmpty();
    assertThat(settings("smtp://mail.example.org", null, null).faults())
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains("BADGEBRIDGE_MAIL_FROM");
    assertThat(
            settings("https://u:secret@mail.example.org", "b@example.org, c@x", "pop3://x")
                .faults())
        .hasSize(3)
        .noneMatch(each -> each.contains("secret"));
    assertThat(settings("smtp://u:sec ret@mail.example.org", "b@example.org", null).faults())
        .hasSize(1)
        .noneMatch(each -> each.contains("sec"));
  }

  private static MailSettings settings(
      @Nullable String smtp, @Nullable String from, @Nullable String bounces) {
    return new MailSettings(
        DeliveryDesk.ORIGIN,
        Optional.ofNullable(smtp),
        Optional.ofNullable(from),
        Optional.ofNullable(bounces),
        "data/outbox");
  }
}
