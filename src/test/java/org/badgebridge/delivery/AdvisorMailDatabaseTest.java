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
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Function;
import org.badgebridge.advisor.AdvisorDesk;
import org.badgebridge.advisor.Grant;
import org.badgebridge.advisor.Invitations;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.MailCodes;
import org.badgebridge.jobs.RetryLater;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.TestDatabase;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdvisorMailDatabaseTest {

  private static final String ADDRESS = "deniz@example.org";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path outbox;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void saysOnceWhoAsksAndWhereAndNoWordsOfTheirs(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      MailRoom room = new MailRoom(database, null, outbox);
      UUID grant = grant(room, "Ada Lovelace");

      telling(room).run(grant.toString());
      telling(room).run(grant.toString());

      List<Outbox.Item> items = room.outbox.latest(9);
      assertThat(items).hasSize(1);
      MimeMessage message = message(room, items.get(0).id());
      assertThat(message.getAllRecipients()).extracting(Object::toString).containsExactly(ADDRESS);
      assertThat(message.getSubject()).isEqualTo("Ada Lovelace lets you see their badges");
      for (int part = 0; part < 2; part++) {
        String body =
            ((MimeMultipart) message.getContent()).getBodyPart(part).getContent().toString();
        assertThat(body)
            .contains("https://badges.example.org/advising/" + grant)
            .contains("Ada Lovelace")
            .doesNotContain("Electives", "Dr. Deniz");
      }
      assertThat(found(room, grant).toldAt()).isNotNull();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void isNotWrittenOnceItIsEnded(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      MailRoom room = new MailRoom(database, null, outbox);
      UUID grant = grant(room, "Ada");
      database.execute("update advisor_grant set ended_at = created_at where id = ?", grant);
      telling(room).run(grant.toString());
      assertThat(room.outbox.latest(9)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theLearnerSeesThatAnAddressTakesNoMail(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open();
        ScriptedServer server = new ScriptedServer("deniz@", "550 5.1.1 unknown")) {
      MailRoom room = new MailRoom(database, server.url(), outbox);
      UUID grant = grant(room, "Ada");
      telling(room).run(grant.toString());
      telling(room).run(grant.toString());
      assertThat(server.recipients).hasSize(1);
      assertThat(found(room, grant).refusedAt()).isNotNull();
      assertThat(found(room, grant).toldAt()).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void isTriedAgainWhenTheServerSaysNotNow(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open();
        ScriptedServer server =
            new ScriptedServer("deniz@", "450 4.2.1 <deniz@example.org> busy")) {
      MailRoom room = new MailRoom(database, server.url(), outbox);
      UUID grant = grant(room, "Ada");
      assertThatThrownBy(() -> telling(room).run(grant.toString()))
          .isInstanceOf(RetryLater.class)
          .hasMessageNotContaining("deniz@");
      assertThat(found(room, grant).refusedAt()).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theCodeSaysWhatItOpens(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      MailRoom room = new MailRoom(database, null, outbox);
      UUID grant = grant(room, "Ada");
      UUID asked =
          desk(room, desk -> desk.codes.advise(grant, ADDRESS, Locale.ENGLISH)).orElseThrow();
      WriteCode write =
          new WriteCode(
              new MailCodes(new Sql(database.dataSource()), room.clock),
              room.settings,
              new Views(),
              new Words());
      String text = write.write(asked).orElseThrow().letter().text();
      assertThat(text).startsWith("With this code you see what a learner lets you see");
    }
  }

  private static UUID grant(MailRoom room, String name) {
    UUID learner = room.learner(name, "ada@example.org");
    UUID person =
        room.database.compute(
            em ->
                em.createQuery("select u.personId from LmsUser u where u.id = :id", UUID.class)
                    .setParameter("id", learner)
                    .getSingleResult());
    return desk(room, desk -> desk.grant(person, ADDRESS));
  }

  private static Grant found(MailRoom room, UUID grant) {
    return desk(room, desk -> desk.grants.find(grant)).orElseThrow();
  }

  private static <T> T desk(MailRoom room, Function<AdvisorDesk, T> work) {
    return room.database.compute(
        em -> work.apply(new AdvisorDesk(room.database, em, room.clock, room.jobs)));
  }

  private static TellAdvisor telling(MailRoom room) {
    return new TellAdvisor(
        new WriteToAdvisor(
            new InTransactions(room), room.settings, DeliveryDesk.ORIGIN, new Views(), new Words()),
        new PostMail(room.settings, new Envelope(room.settings, room.clock), room.outbox));
  }

  private static MimeMessage message(MailRoom room, UUID id) throws Exception {
    byte[] raw = room.outbox.read(id).orElseThrow();
    return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
  }

  @SuppressWarnings("NullAway") // nothing of the real one is used
  private static final class InTransactions extends Invitations {

    private final MailRoom room;

    InTransactions(MailRoom room) {
      super(null, null, room.clock);
      this.room = room;
    }

    @Override
    public Optional<Invitation> owed(UUID grantId) {
      return desk(room, desk -> desk.invitations.owed(grantId));
    }

    @Override
    public void settle(UUID grantId, boolean taken) {
      AdvisorMailDatabaseTest.<Boolean>desk(
          room,
          desk -> {
            desk.invitations.settle(grantId, taken);
            return taken;
          });
    }
  }
}
