package org.badgebridge.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.database.Ids;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.way.WayNotice;
import org.badgebridge.identity.way.WayNotices;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.TestDatabase;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the reader of a mailbox is told of their backpack. */
class WayMailDatabaseTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path outbox;

  @ParameterizedTest
  @EnumSource(WayNotice.What.class)
  void everyKindHasWordsOfItsOwnInBothLanguages(WayNotice.What what) {
    try (OpenDatabase database = TestDatabase.H2.open()) {
      Letter english = letter(database, what, Locale.ENGLISH);
      Letter dutch = letter(database, what, Locale.forLanguageTag("nl"));
      for (Letter each : new Letter[] {english, dutch}) {
        assertThat(each.subject() + each.text() + each.html()).doesNotContain("delivery.way");
        assertThat(each.text()).contains("https://badges.example.org/backpack/");
        assertThat(each.html()).contains("https://badges.example.org/backpack/");
      }
      assertThat(dutch.subject()).isNotEqualTo(english.subject());
      assertThat(dutch.text()).isNotEqualTo(english.text());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anErasureSaysWhoAsksAndWhereItIsCalledOff(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Letter letter = letter(database, WayNotice.What.ERASURE, Locale.ENGLISH);
      for (String body : new String[] {letter.text(), letter.html()}) {
        assertThat(body)
            .contains("Example University asks to have everything about you erased")
            .contains("https://badges.example.org/backpack/data")
            .contains("call it off there")
            .doesNotContain("/backpack/ways");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aDeniedNameComesWithItsReasonAndLeadsToWhereItIsAskedFor(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Letter letter = letter(database, WayNotice.What.NAME_DENIED, Locale.ENGLISH);
      assertThat(letter.text())
          .contains("Example University did not change your name", "“Bring your <passport>.”");
      assertThat(letter.html()).contains("“Bring your &lt;passport&gt;.”");
      for (String body : new String[] {letter.text(), letter.html()}) {
        assertThat(body)
            .contains("https://badges.example.org/backpack/names")
            .doesNotContain("/backpack/ways");
      }
      assertThat(letter(database, WayNotice.What.NAME_GRANTED, Locale.ENGLISH).text())
          .contains("https://badges.example.org/backpack/names")
          .doesNotContain("“");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aHostThatMayReadSaysWhereThatIsEnded(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Letter letter = letter(database, WayNotice.What.HOST, Locale.ENGLISH);
      for (String body : new String[] {letter.text(), letter.html()}) {
        assertThat(body)
            .contains("may read badges in your backpack", "Was it not you?")
            .contains("https://badges.example.org/backpack/hosts");
      }
    }
  }

  private Letter letter(OpenDatabase database, WayNotice.What what, Locale language) {
    MailRoom room = new MailRoom(database, null, outbox);
    return database.compute(
        em -> {
          WayNotices notices = new WayNotices(new Sql(JoinedDataSource.of(em)), room.clock);
          UUID id =
              notices.owe(
                  new WayNotice(
                      Ids.next(),
                      "ada@example.org",
                      what,
                      "Example University",
                      what == WayNotice.What.NAME_DENIED ? "Bring your <passport>." : "",
                      null,
                      language));
          return new WriteOfWays(
                  notices,
                  room.settings,
                  DeliveryDesk.STOP,
                  DeliveryDesk.ORIGIN,
                  new Views(),
                  new Words())
              .write(id)
              .orElseThrow()
              .letter();
        });
  }
}
