package org.badgebridge.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Addressees.KnownBy;
import org.badgebridge.testing.Heard;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People whom a list names before an LMS does. */
class AddresseesDatabaseTest {

  private static final Clock CLOCK = Clock.fixed(SampleCourse.THEN.toInstant(), ZoneOffset.UTC);
  private static final String EPPN = "ada@uni.example";

  private final Heard<PersonJoined> joined = new Heard<>();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void sameNameIsTheSameAddresseeHoweverItIsWritten(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      Addressees addressees = addressees(database);
      UUID first =
          addressees.named(
              course.institution, new Addressees.Named(KnownBy.EPPN, EPPN, "Ada", null));
      UUID again =
          addressees.named(
              course.institution,
              new Addressees.Named(KnownBy.EPPN, " " + EPPN.toUpperCase(Locale.ROOT), "A.", null));
      UUID mail =
          addressees.named(
              course.institution, new Addressees.Named(KnownBy.EMAIL, EPPN, "Ada", null));
      UUID elsewhere =
          addressees.named(
              new SampleCourse(database).institution,
              new Addressees.Named(KnownBy.EPPN, EPPN, "Ada", null));

      assertThat(again).isEqualTo(first);
      assertThat(List.of(first, mail, elsewhere)).doesNotHaveDuplicates();
      assertThat(person(database, first)).isNotEqualTo(person(database, mail));
      LmsUser ada = users(database).find(first).orElseThrow();
      assertThat(ada.displayName()).isEqualTo("Ada");
      assertThat(ada.platformId()).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aListFindsEachOfThemAndMakesOnlyWhoIsMissing(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      Addressees addressees = addressees(database);
      UUID home = course.learner("Bob");
      database.execute("update lms_user set eppn = 'bob@uni.example' where id = ?", home);
      UUID known =
          addressees.named(course.institution, new Addressees.Named(KnownBy.EPPN, EPPN, "", null));
      long persons = database.count("select count(*) from person");

      List<UUID> found =
          addressees.named(
              course.institution,
              List.of(
                  new Addressees.Named(KnownBy.EMAIL, "New@mail.example", "New", null),
                  new Addressees.Named(KnownBy.EPPN, "bob@uni.example", "Bob", null),
                  new Addressees.Named(KnownBy.EPPN, EPPN, "Ada", null),
                  new Addressees.Named(KnownBy.EMAIL, "new@mail.example", "Again", null)));

      assertThat(found).containsExactly(found.get(0), home, known, found.get(0));
      assertThat(found).doesNotContainNull();
      assertThat(users(database).find(found.get(0)).orElseThrow().displayName()).isEqualTo("New");
      assertThat(database.count("select count(*) from person")).isEqualTo(persons + 1);
      assertThat(addressees.named(course.institution, List.of())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void manyListsAtOnceMakeNobodyTwice(TestDatabase kind) throws Exception {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      long persons = database.count("select count(*) from person");
      ExecutorService threads = Executors.newFixedThreadPool(8);
      List<Future<UUID>> lists = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        lists.add(
            threads.submit(
                () ->
                    addressees(database)
                        .named(
                            course.institution,
                            new Addressees.Named(KnownBy.EMAIL, "x@y.example", null, null))));
      }
      List<UUID> ids = new ArrayList<>();
      for (Future<UUID> list : lists) {
        ids.add(list.get());
      }
      threads.shutdown();
      assertThat(ids.stream().distinct()).hasSize(1);
      assertThat(database.count("select count(*) from person")).isEqualTo(persons + 1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void launchFromOnesOwnPlatformTakesOverWhatTheEppnWasGiven(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID waiting =
          addressees(database)
              .named(course.institution, new Addressees.Named(KnownBy.EPPN, EPPN, "Ada", null));

      LmsUser ada = users(database).recognise(course.platform, "ada-1", said(EPPN));

      assertThat(person(database, waiting)).isEqualTo(ada.personId());
      assertThat(joined.events).containsExactly(new PersonJoined(waiting, ada.personId()));
      assertThat(addressees(database).find(course.institution, KnownBy.EPPN, EPPN))
          .contains(ada.id());
      users(database).recognise(course.platform, "ada-1", said(EPPN));
      assertThat(joined.events).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void rosterTellsItAsWell(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID waiting =
          addressees(database)
              .named(course.institution, new Addressees.Named(KnownBy.EPPN, EPPN, "Ada", null));
      users(database).recognise(course.platform, "ada-1", said(null));
      assertThat(joined.events).isEmpty();

      Map<String, LmsUser> roster =
          users(database)
              .recogniseAll(
                  course.platform, Map.of("ada-1", said(EPPN), "bob-1", said("bob@uni.example")));

      assertThat(roster.get("ada-1"))
          .satisfies(ada -> assertThat(person(database, waiting)).isEqualTo(ada.personId()));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void platformOfAnotherInstitutionAndAnAddressProveNothing(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      var stranger = new SampleCourse(database);
      UUID byEppn =
          addressees(database)
              .named(course.institution, new Addressees.Named(KnownBy.EPPN, EPPN, null, null));
      UUID byMail =
          addressees(database)
              .named(course.institution, new Addressees.Named(KnownBy.EMAIL, EPPN, null, null));
      UUID before = person(database, byEppn);
      UUID mailBefore = person(database, byMail);

      users(database).recognise(stranger.platform, "ada-1", said(EPPN));
      users(database)
          .recognise(
              course.platform, "eve", new LmsUser.Profile("Eve", null, null, EPPN, null, false));

      assertThat(person(database, byEppn)).isEqualTo(before);
      users(database).recognise(course.platform, "ada-1", said(EPPN));
      assertThat(person(database, byEppn)).isNotEqualTo(before);
      assertThat(person(database, byMail)).isEqualTo(mailBefore);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsNoEppnIsNotTakenForOne(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      for (String said : List.of("", "s1234567", "a@b@c", "a b@c", "@c", "a@")) {
        LmsUser user = users(database).recognise(course.platform, "u" + said, said(said));
        assertThat(user.profile().eppn()).as(said).isNull();
      }
    }
  }

  private static LmsUser.Profile said(@Nullable String eppn) {
    return new LmsUser.Profile("Ada", null, null, null, null, false, eppn);
  }

  private Addressees addressees(OpenDatabase database) {
    return new Addressees(new Sql(database.dataSource()), joined, CLOCK);
  }

  private LmsUsers users(OpenDatabase database) {
    return new LmsUsers(new Sql(database.dataSource()), addressees(database), CLOCK);
  }

  private static UUID person(OpenDatabase database, UUID user) {
    return database.compute(
        em ->
            em.createQuery("select u.personId from LmsUser u where u.id = :id", UUID.class)
                .setParameter("id", user)
                .getSingleResult());
  }
}
