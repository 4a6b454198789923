package org.badgebridge.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.LmsUser;
import org.badgebridge.identity.MailCodes;
import org.badgebridge.jobs.RetryLater;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.TestDatabase;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The message with the code that opens a backpack. */
class CodeMailDatabaseTest {

  private static final String ADDRESS = "ada@example.org";
  private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path outbox;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void carriesACodeThatOpensAndNoLink(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      MailRoom room = new MailRoom(database, null, outbox);
      room.learner("Ada", ADDRESS);
      UUID asked = codes(room).ask(ADDRESS, Locale.forLanguageTag("nl")).orElseThrow();

      sending(room).run(asked.toString());

      MimeMessage message = onlyMessage(room);
      assertThat(message.getAllRecipients()).extracting(Object::toString).containsExactly(ADDRESS);
      assertThat(message.getHeader("List-Unsubscribe")).isNull();
      assertThat(message.getSubject()).startsWith("Je code: ");
      for (int part = 0; part < 2; part++) {
        String body =
            ((MimeMultipart) message.getContent()).getBodyPart(part).getContent().toString();
        assertThat(body).contains(code(message.getSubject())).doesNotContain("http", "<a ");
      }
      assertThat(codes(room).redeem(asked, code(message.getSubject()))).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void saysWhenItAddsAnAddress(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      MailRoom room = new MailRoom(database, null, outbox);
      UUID ada = room.learner("Ada", ADDRESS);
      UUID person = database.compute(em -> em.find(LmsUser.class, ada).personId());
      UUID asked = codes(room).prove(person, "stranger@example.org", Locale.ENGLISH).orElseThrow();

      sending(room).run(asked.toString());

      MimeMultipart parts = (MimeMultipart) onlyMessage(room).getContent();
      assertThat(parts.getBodyPart(0).getContent().toString())
          .contains("the reader of this mailbox opens a badge backpack")
          .doesNotContain("you open your backpack");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void isNotWrittenToAnAddressThatIsTheirsNoMore(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      MailRoom room = new MailRoom(database, null, outbox);
      UUID ada = room.learner("Ada", ADDRESS);
      UUID asked = codes(room).ask(ADDRESS, Locale.ENGLISH).orElseThrow();
      database.execute("update lms_user set email = 'new@example.org' where id = ?", ada);
      sending(room).run(asked.toString());
      assertThat(room.outbox.latest(9)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void isTriedAgainWhenTheServerSaysNotNow(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open();
        ScriptedServer server = new ScriptedServer("ada@", "450 4.2.1 <ada@example.org> busy")) {
      MailRoom room = new MailRoom(database, server.url(), outbox);
      room.learner("Ada", ADDRESS);
      UUID asked = codes(room).ask(ADDRESS, Locale.ENGLISH).orElseThrow();
      assertThatThrownBy(() -> sending(room).run(asked.toString()))
          .isInstanceOf(RetryLater.class)
          .hasMessageNotContaining("ada@");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void isGivenUpWhenTheServerKnowsNobodyThere(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open();
        ScriptedServer server = new ScriptedServer("ada@", "550 5.1.1 unknown")) {
      MailRoom room = new MailRoom(database, server.url(), outbox);
      room.learner("Ada", ADDRESS);
      UUID asked = codes(room).ask(ADDRESS, Locale.ENGLISH).orElseThrow();
      sending(room).run(asked.toString());
      assertThat(server.recipients).hasSize(1);
    }
  }

  private static SendCode sending(MailRoom room) {
    WriteCode write = new WriteCode(codes(room), room.settings, new Views(), new Words());
    return new SendCode(
        write, new PostMail(room.settings, new Envelope(room.settings, room.clock), room.outbox));
  }

  private static MailCodes codes(MailRoom room) {
    return new MailCodes(new Sql(room.database.dataSource()), room.clock);
  }

  private static MimeMessage onlyMessage(MailRoom room) throws Exception {
    List<Outbox.Item> items = room.outbox.latest(9);
    assertThat(items).hasSize(1);
    byte[] raw = room.outbox.read(items.get(0).id()).orElseThrow();
    return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
  }

  private static String code(String text) {
    Matcher code = CODE.matcher(text);
    assertThat(code.find()).isTrue();
    return code.group();
  }
}
