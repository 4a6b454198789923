package org.badgebridge.backpack.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.badgebridge.backpack.entry.EntryDesk.ENGLISH;
import static org.badgebridge.backpack.entry.EntryDesk.owner;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.badgebridge.credential.CredentialDesk;
import org.badgebridge.credential.SampleAward;
import org.badgebridge.identity.LmsUser;
import org.badgebridge.identity.OneTimeCode.Purpose;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WaysInDatabaseTest {

  private static final String HOME = "ada@home.example";
  private static final String SCHOOL = "zoe@example.org"; // as SampleAward gives it

  private final MovableClock clock = new MovableClock();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aProvenAddressOpensTheBackpackWithoutTheSchool(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleAward award = claimed(database);
      assertThat(ways(database, award.person).schoolOnly()).isTrue();
      assertThat(this.<Optional<UUID>>desk(database, desk -> desk.codes.ask(HOME, ENGLISH)))
          .isEmpty();

      desk(database, desk -> desk.add(award.person, " Ada@Home.example "));
      database.execute("update lms_user set email = null");

      List<Doors.Door> doors = desk(database, desk -> desk.open("ADA@home.example"));
      assertThat(doors).hasSize(1);
      assertThat(doors.get(0).badges()).isOne();
      assertThat(person(database, doors.get(0))).isEqualTo(award.person);
      assertThat(told(database, SCHOOL, "ADDED")).isOne();
      assertThat(audited(database, "way.added")).isOne();
      assertThat(ways(database, award.person).schoolOnly()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void onlyWhoAskedForACodeAddsByIt(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleAward award = claimed(database);
      UUID other = other(database);
      UUID asked = desk(database, desk -> desk.adding.ask(award.person, HOME, ENGLISH));
      String code = desk(database, desk -> desk.codes.make(asked));

      assertThat(
              this.<Optional<AddAddress.Proven>>desk(
                  database, desk -> desk.adding.prove(other, asked, code, owner(other), ENGLISH)))
          .isEmpty();
      assertThat(
              this.<List<Doors.Door>>desk(
                  database, desk -> desk.byMail.redeem(asked, code, ENGLISH)))
          .isEmpty();
      assertThat(database.count("select count(*) from person_address")).isZero();

      UUID entering = desk(database, desk -> desk.byMail.ask(SCHOOL, ENGLISH));
      String opens = desk(database, desk -> desk.codes.make(entering));
      assertThat(
              this.<Optional<AddAddress.Proven>>desk(
                  database,
                  desk ->
                      desk.adding.prove(
                          award.person, entering, opens, owner(award.person), ENGLISH)))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anAddressOpensOneBackpackAndOffersToJoinTheOther(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleAward award = claimed(database);
      UUID other = other(database);
      desk(database, desk -> desk.add(award.person, HOME));

      AddAddress.Proven proven = desk(database, desk -> desk.add(other, HOME)).orElseThrow();

      assertThat(proven.others()).hasSize(1);
      assertThat(
              this.<UUID>desk(
                  database, desk -> desk.addresses.owner(HOME).orElseThrow().personId()))
          .isEqualTo(award.person);
      assertThat(ways(database, other).addresses()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anAddressThatASchoolTellsJoinsNobodyByItself(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleAward award = claimed(database);
      UUID other = other(database);

      AddAddress.Proven proven = desk(database, desk -> desk.add(other, SCHOOL)).orElseThrow();

      assertThat(proven.others()).extracting(Doors.Door::badges).containsExactly(1L);
      assertThat(credentials(database, award.person)).isOne();
      assertThat(credentials(database, other)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theLastWayInStays(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleAward award = claimed(database);
      UUID person = award.person;
      assertThatThrownBy(
              () ->
                  deed(
                      database,
                      desk -> desk.removing.school(person, award.learner, owner(person), ENGLISH)))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.CONFLICT));

      desk(database, desk -> desk.add(person, HOME));
      UUID address = ways(database, person).addresses().get(0).id();
      deed(database, desk -> desk.removing.address(person, address, owner(person), ENGLISH));

      assertThat(database.count("select count(*) from person_address")).isZero();
      assertThat(told(database, HOME, "REMOVED")).isOne();
      assertThatThrownBy(
              () ->
                  deed(
                      database,
                      desk ->
                          desk.removing.address(other(database), address, owner(person), ENGLISH)))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.NOT_FOUND));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatHangsOnASchoolGoesWithItIntoABackpackOfItsOwn(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleAward award = claimed(database);
      desk(database, desk -> desk.add(award.person, HOME));

      deed(
          database,
          desk -> desk.removing.school(award.person, award.learner, owner(award.person), ENGLISH));

      UUID apart = person(database, award.learner);
      assertThat(apart).isNotEqualTo(award.person);
      assertThat(credentials(database, award.person)).isZero();
      assertThat(credentials(database, apart)).isOne();
      assertThat(this.<List<Doors.Door>>desk(database, desk -> desk.open(SCHOOL))).hasSize(1);
      assertThatThrownBy(
              () ->
                  deed(
                      database,
                      desk ->
                          desk.removing.school(
                              award.person, award.learner, owner(award.person), ENGLISH)))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.NOT_FOUND));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void twoBackpacksAreJoinedByProofOfBothAndPartedAgain(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleAward award = claimed(database);
      UUID into = other(database);
      desk(database, desk -> desk.add(award.person, HOME));
      String session = desk(database, desk -> session(desk, award.person));
      String code = desk(database, desk -> desk.doors.to(award.person, ENGLISH).code());

      deed(database, desk -> desk.joining.join(into, code, owner(into), ENGLISH));

      assertThat(credentials(database, into)).isOne();
      WaysIn.Ways ways = ways(database, into);
      assertThat(ways.schools()).hasSize(2);
      assertThat(ways.addresses()).hasSize(1);
      assertThat(told(database, HOME, "JOINED")).isOne();
      assertThat(session).isNotEmpty();
      assertThat(database.count("select count(*) from browser_session")).isZero();
      assertThatThrownBy(
              () -> deed(database, desk -> desk.joining.join(into, code, owner(into), ENGLISH)))
          .isInstanceOf(ProblemException.class);

      UUID join = ways.joinings().get(0).id();
      UUID stranger = other(database);
      assertThatThrownBy(
              () ->
                  deed(
                      database,
                      desk -> desk.joining.part(stranger, join, owner(stranger), ENGLISH)))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.NOT_FOUND));
      deed(database, desk -> desk.joining.part(into, join, owner(into), ENGLISH));

      assertThat(credentials(database, award.person)).isOne();
      assertThat(credentials(database, into)).isZero();
      assertThat(ways(database, award.person).addresses()).hasSize(1);
      assertThat(ways(database, into).joinings()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aHostOfTheJoinedBackpackReadsNeither(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleAward award = claimed(database);
      UUID into = other(database);
      UUID kept = connectedHost(database, into);
      connectedHost(database, award.person);
      String code = desk(database, desk -> desk.doors.to(award.person, ENGLISH).code());

      deed(database, desk -> desk.joining.join(into, code, owner(into), ENGLISH));

      assertThat(database.count("select count(*) from host_connection")).isOne();
      assertThat(database.count("select count(*) from host_token where connection_id = ?", kept))
          .isOne();
    }
  }

  private static UUID connectedHost(OpenDatabase database, UUID person) {
    UUID id = UUID.randomUUID();
    database.execute(
        "insert into host (id, site, metadata, secret_digest, registered_at)"
            + " values (?, 'host.example', '{}', ?, current_timestamp)",
        id,
        id.toString());
    database.execute(
        "insert into host_connection (id, host_id, person_id, scopes, public_only, connected_at,"
            + " until_at, code_digest, code_challenge, code_until, redirect_uri) values (?, ?, ?,"
            + " 'PROFILE', false, current_timestamp, current_timestamp, ?, '', current_timestamp,"
            + " '')",
        id,
        id,
        person,
        id.toString());
    database.execute(
        "insert into host_token (id, connection_id, kind, digest, until_at)"
            + " values (?, ?, 'ACCESS', ?, current_timestamp)",
        id,
        id,
        id.toString());
    return id;
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatAdvisorsSeeGoesAlongAndComesBack(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleAward award = claimed(database);
      UUID into = other(database);
      UUID grant = UUID.randomUUID();
      database.execute(
          "insert into advisor_grant (id, person_id, advisor, email, purpose, language, badges,"
              + " shows_skills, shows_gaps, shows_paths, shows_narrative, shows_evidence,"
              + " shows_grade, shows_note, created_at, expires_at) values (?, ?, 'Dr. Deniz',"
              + " 'deniz@example.org', 'Electives', 'en', 'ALL', true, true, true, false, false,"
              + " false, false, ?, ?)",
          grant,
          award.person,
          SampleCourse.THEN,
          SampleCourse.THEN.plusDays(30));
      String code = desk(database, desk -> desk.doors.to(award.person, ENGLISH).code());
      String whose = "select count(*) from advisor_grant where id = ? and person_id = ?";

      deed(database, desk -> desk.joining.join(into, code, owner(into), ENGLISH));
      assertThat(database.count(whose, grant, into)).isOne();

      UUID join = ways(database, into).joinings().get(0).id();
      deed(database, desk -> desk.joining.part(into, join, owner(into), ENGLISH));
      assertThat(database.count(whose, grant, award.person)).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void joiningIsForGoodAfterThirtyDays(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleAward award = claimed(database);
      UUID into = other(database);
      String code = desk(database, desk -> desk.doors.to(award.person, ENGLISH).code());
      deed(database, desk -> desk.joining.join(into, code, owner(into), ENGLISH));
      UUID join = ways(database, into).joinings().get(0).id();
      clock.advance(Duration.ofDays(30));

      assertThat(ways(database, into).joinings()).isEmpty();
      assertThatThrownBy(
              () -> deed(database, desk -> desk.joining.part(into, join, owner(into), ENGLISH)))
          .isInstanceOf(ProblemException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anotherBackpacksCodeIsADoorAndNoChangeOver(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleAward award = claimed(database);
      UUID open = other(database);
      String code = desk(database, desk -> desk.doors.to(award.person, ENGLISH).code());

      assertThat(
              this.<Optional<Doors.Door>>desk(
                  database, desk -> desk.entering.other(code, award.person, ENGLISH)))
          .as("the same backpack is just opened")
          .isEmpty();
      Doors.Door door =
          desk(database, desk -> desk.entering.other(code, open, ENGLISH)).orElseThrow();

      assertThat(door.badges()).isOne();
      assertThat(this.<Optional<String>>desk(database, desk -> desk.entering.enter(code)))
          .as("used up")
          .isEmpty();
      assertThat(person(database, door)).isEqualTo(award.person);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void mailGoesWhereItsReaderChose(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleAward award = claimed(database);
      UUID person = award.person;
      desk(database, desk -> desk.add(person, HOME));
      UUID address = ways(database, person).addresses().get(0).id();
      assertThat(mailbox(database, award)).isEqualTo(SCHOOL);
      deed(database, desk -> desk.choosing.choose(person, address, owner(person)));
      assertThat(mailbox(database, award)).isEqualTo(HOME);
      deed(database, desk -> desk.choosing.chooseNone(person, owner(person)));
      assertThat(mailbox(database, award)).isEqualTo(SCHOOL);
    }
  }

  private String mailbox(OpenDatabase database, SampleAward award) {
    return database.compute(
        em ->
            new EntryDesk(em, clock)
                .addresses
                .mailbox(em.find(LmsUser.class, award.learner))
                .orElseThrow());
  }

  private static String session(EntryDesk desk, UUID person) {
    return desk.entering
        .enter(desk.handoff.issue(Purpose.HANDOFF, person, Duration.ofMinutes(1)))
        .orElseThrow();
  }

  private SampleAward claimed(OpenDatabase database) {
    SampleCourse course = new SampleCourse(database);
    SampleAward award = new SampleAward(database, course, course.badgeClass());
    database.execute(
        "update direct_award set state = 'CLAIMED', claimed_at = offered_at where id = ?",
        award.id);
    database.transaction(em -> new CredentialDesk(database, em, clock).issue.issue(award.id));
    return award;
  }

  private static UUID other(OpenDatabase database) {
    return person(database, new SampleCourse(database).learner("Bob"));
  }

  private static UUID person(OpenDatabase database, UUID lmsUser) {
    return database.compute(em -> em.find(LmsUser.class, lmsUser).personId());
  }

  private @Nullable UUID person(OpenDatabase database, Doors.Door door) {
    return desk(database, desk -> desk.handoff.find(door.code(), Purpose.HANDOFF))
        .orElseThrow()
        .subjectId();
  }

  private static long credentials(OpenDatabase database, UUID person) {
    return database.count("select count(*) from credential where person_id = ?", person);
  }

  private static long told(OpenDatabase database, String address, String what) {
    return database.count(
        "select count(*) from way_notice where address = ? and what = ?", address, what);
  }

  private static long audited(OpenDatabase database, String action) {
    return database.count("select count(*) from audit_entry where action = ?", action);
  }

  private WaysIn.Ways ways(OpenDatabase database, UUID person) {
    return desk(database, desk -> desk.ways.of(person));
  }

  private <T extends @Nullable Object> T desk(OpenDatabase database, Function<EntryDesk, T> work) {
    return database.compute(em -> work.apply(new EntryDesk(em, clock)));
  }

  private void deed(OpenDatabase database, Consumer<EntryDesk> work) {
    database.transaction(em -> work.accept(new EntryDesk(em, clock)));
  }
}
