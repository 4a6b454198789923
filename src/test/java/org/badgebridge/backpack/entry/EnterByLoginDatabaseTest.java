package org.badgebridge.backpack.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.badgebridge.backpack.entry.EntryDesk.ENGLISH;
import static org.badgebridge.backpack.entry.EntryDesk.owner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.badgebridge.identity.LmsUser;
import org.badgebridge.login.SampleLogin;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.Race;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnterByLoginDatabaseTest {

  private final MovableClock clock = new MovableClock();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aLoginThatNobodyHasMakesABackpackOnce(TestDatabase kind) throws Exception {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      long before = database.count("select count(*) from person");
      List<EnterByLogin.Entered> entered =
          new ArrayList<>(
              Race.of(
                  8,
                  () ->
                      desk(
                          database, desk -> desk.byLogin.enter(SampleLogin.enter(course, "ada")))));

      assertThat(entered).filteredOn(EnterByLogin.Entered::fresh).isNotEmpty();
      assertThat(database.count("select count(distinct subject_id) from browser_session")).isOne();
      assertThat(database.count("select count(*) from person")).isEqualTo(before + 1);
      assertThat(database.count("select count(*) from person_login")).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void matchesNobodyByTheAddressThatItTells(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      UUID bob = course.learner("Bob");
      database.execute("update lms_user set email = ? where id = ?", SampleLogin.EMAIL, bob);

      desk(database, desk -> desk.byLogin.enter(SampleLogin.enter(course, "ada")));

      assertThat(
              database.count(
                  "select count(*) from browser_session where subject_id = ?",
                  person(database, bob)))
          .isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anOwnerAddsALoginAndComesInByIt(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      UUID person = person(database, course.learner("Ada"));

      assertThat(link(database, course, person)).isEmpty();
      assertThat(link(database, course, person)).as("twice changes nothing").isEmpty();

      EnterByLogin.Entered entered =
          desk(database, desk -> desk.byLogin.enter(SampleLogin.enter(course, "ada")));
      assertThat(entered.fresh()).isFalse();
      assertThat(
              database.count("select count(*) from browser_session where subject_id = ?", person))
          .isOne();
      WaysIn.Ways ways = desk(database, desk -> desk.ways.of(person));
      assertThat(ways.count()).isEqualTo(2);
      assertThat(ways.logins())
          .extracting(each -> each.account())
          .containsExactly(SampleLogin.EMAIL);

      deed(
          database,
          desk -> desk.removing.login(person, ways.logins().get(0).id(), owner(person), ENGLISH));
      assertThat(this.<WaysIn.Ways>desk(database, desk -> desk.ways.of(person)).logins()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aLoginOfAnotherBackpackIsADoorToIt(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      UUID ada = person(database, course.learner("Ada"));
      UUID bob = person(database, course.learner("Bob"));
      assertThat(link(database, course, ada)).isEmpty();

      Doors.Door door = link(database, course, bob).orElseThrow();
      deed(database, desk -> desk.joining.join(bob, door.code(), owner(bob), ENGLISH));

      WaysIn.Ways ways = desk(database, desk -> desk.ways.of(bob));
      assertThat(ways.logins()).hasSize(1);
      assertThat(ways.schools()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theSameSubjectOfAnotherInstitutionIsSomebodyElse(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleCourse one = new SampleCourse(database);
      SampleCourse other = new SampleCourse(database);
      desk(database, desk -> desk.byLogin.enter(SampleLogin.enter(one, "ada")));
      EnterByLogin.Entered entered =
          desk(database, desk -> desk.byLogin.enter(SampleLogin.enter(other, "ada")));
      assertThat(entered.fresh()).isTrue();
      assertThat(database.count("select count(distinct person_id) from person_login")).isEqualTo(2);
    }
  }

  private Optional<Doors.Door> link(OpenDatabase database, SampleCourse course, UUID person) {
    return desk(
        database,
        desk ->
            desk.byLogin.link(SampleLogin.enter(course, "ada"), person, owner(person), ENGLISH));
  }

  private static UUID person(OpenDatabase database, UUID lmsUser) {
    return database.compute(em -> em.find(LmsUser.class, lmsUser).personId());
  }

  private <T extends @Nullable Object> T desk(OpenDatabase database, Function<EntryDesk, T> work) {
    return database.compute(em -> work.apply(new EntryDesk(em, clock)));
  }

  private void deed(OpenDatabase database, Consumer<EntryDesk> work) {
    database.transaction(em -> work.accept(new EntryDesk(em, clock)));
  }
}
