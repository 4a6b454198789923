package org.badgebridge.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.Race;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailCodesDatabaseTest {

  private static final String ADDRESS = "ada@example.org";
  private static final int THREADS = 16;

  private final MovableClock clock = new MovableClock();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aCodeWorksOnceHoweverItIsTyped(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID person = learner(database, new SampleCourse(database), "Ada@Example.org");
      UUID asked = ask(database, " ada@EXAMPLE.org").orElseThrow();
      String code = make(database, asked);
      assertThat(code).matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");

      String typed = " " + code.toLowerCase(Locale.ROOT).replace("-", " ").replace('0', 'o');
      assertThat(redeem(database, asked, typed.replace('1', 'l'))).containsExactly(person);
      assertThat(redeem(database, asked, code)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void fiveWrongTriesEndIt(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      learner(database, new SampleCourse(database), ADDRESS);
      UUID asked = ask(database, ADDRESS).orElseThrow();
      assertThat(redeem(database, asked, "")).as("before there is a code").isEmpty();
      String code = make(database, asked);
      for (int i = 1; i < MailCodes.TRIES; i++) {
        assertThat(redeem(database, asked, "UUUU-UUUU")).isEmpty();
      }
      assertThat(redeem(database, asked, code)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aCodeIsGoodForAQuarterOfAnHourAndForWhatItWasAskedFor(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      learner(database, new SampleCourse(database), ADDRESS);
      UUID asked = ask(database, ADDRESS).orElseThrow();
      UUID other = ask(database, ADDRESS).orElseThrow();
      String code = make(database, asked);
      make(database, other);
      assertThat(redeem(database, other, code)).isEmpty();
      assertThat(redeem(database, UUID.randomUUID(), code)).isEmpty();
      clock.advance(MailCodes.LASTS);
      assertThat(redeem(database, asked, code)).isEmpty();
      database.transaction(em -> codes(em).removeEnded());
      assertThat(database.count("select count(*) from mail_code")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theLastCodeThatWasMadeCounts(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID person = learner(database, new SampleCourse(database), ADDRESS);
      UUID asked = ask(database, ADDRESS).orElseThrow();
      String first = make(database, asked);
      String second = make(database, asked);
      assertThat(redeem(database, asked, first)).isEmpty();
      assertThat(redeem(database, asked, second)).containsExactly(person);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void nobodysAddressAndTestUsersGetNone(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      learner(database, course, ADDRESS);
      assertThat(ask(database, "bob@example.org")).isEmpty();
      assertThat(ask(database, "ada+x@example.org")).isEmpty();
      database.execute("update lms_user set test_user = true");
      assertThat(ask(database, ADDRESS)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void noMailboxIsFilled(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      learner(database, new SampleCourse(database), ADDRESS);
      for (int i = 0; i < MailCodes.AT_ONCE; i++) {
        assertThat(ask(database, ADDRESS)).isPresent();
      }
      assertThat(ask(database, ADDRESS)).isEmpty();
      clock.advance(MailCodes.LASTS.plus(Duration.ofSeconds(1)));
      assertThat(ask(database, ADDRESS)).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anAddressThatThePlatformTakesBackOpensNothing(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      learner(database, new SampleCourse(database), ADDRESS);
      UUID asked = ask(database, ADDRESS).orElseThrow();
      String code = make(database, asked);
      database.execute("update lms_user set email = 'other@example.org' where email = ?", ADDRESS);
      assertThat(redeem(database, asked, code)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void severalPersonsWithOneAddressStayApart(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      UUID one = learner(database, course, ADDRESS);
      UUID other = learner(database, course, ADDRESS);
      UUID asked = ask(database, ADDRESS).orElseThrow();
      assertThat(redeem(database, asked, make(database, asked)))
          .containsExactlyInAnyOrder(one, other);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void ofManyAtOnceOneComesIn(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      UUID person = learner(database, new SampleCourse(database), ADDRESS);
      UUID asked = ask(database, ADDRESS).orElseThrow();
      String code = make(database, asked);
      List<UUID> in = new ArrayList<>();
      Race.of(THREADS, () -> redeem(database, asked, code)).forEach(in::addAll);
      assertThat(in).containsExactly(person);
    }
  }

  private static UUID learner(OpenDatabase database, SampleCourse course, String email) {
    UUID learner = course.learner("Ada");
    database.execute("update lms_user set email = ? where id = ?", email, learner);
    return database.compute(
        em ->
            em.createQuery("select u.personId from LmsUser u where u.id = :id", UUID.class)
                .setParameter("id", learner)
                .getSingleResult());
  }

  private Optional<UUID> ask(OpenDatabase database, String email) {
    return database.compute(em -> codes(em).ask(email, Locale.ENGLISH));
  }

  private String make(OpenDatabase database, UUID asked) {
    return database.compute(em -> codes(em).make(asked));
  }

  private List<UUID> redeem(OpenDatabase database, UUID asked, String code) {
    return database.compute(em -> codes(em).redeem(asked, code));
  }

  private MailCodes codes(jakarta.persistence.EntityManager em) {
    return new MailCodes(new Sql(JoinedDataSource.of(em)), clock);
  }
}
