package org.badgebridge.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.backpack.kit.SampleKit;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.CredentialDesk;
import org.badgebridge.credential.Rendition;
import org.badgebridge.credential.SampleAward;
import org.badgebridge.credential.disclosure.Disclosure;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.LmsUser;
import org.badgebridge.identity.way.PersonAddresses;
import org.badgebridge.identity.way.WayNotice;
import org.badgebridge.identity.way.WayNotices;
import org.badgebridge.institution.Institutions;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.StaffDesk;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.People;
import org.badgebridge.testing.PlannedJobs;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NamesDatabaseTest {

  private static final Actor OPERATOR =
      new Actor(Actor.Kind.ADMINISTRATOR, UUID.randomUUID(), "session");
  private static final Actor STRANGER = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "session");
  private static final String FORMER = "Zoë Čapek";
  private static final String NEW = "Zara Novotná";
  private static final String WHY = "Bring your passport.";

  private final MovableClock clock = new MovableClock();
  private final PlannedJobs jobs = new PlannedJobs();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void nothingThatIsSignedHoldsTheNameSoANewOneLeavesItAsItIs(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Learner zoe = new Learner(database);
      Credential before = zoe.credential();
      List<byte[]> files = zoe.signed();
      for (byte[] file : files) {
        assertThat(new String(file, StandardCharsets.UTF_8)).doesNotContain("Zoë", "Čapek");
      }
      assertThat(zoe.certificate()).contains(FORMER);

      zoe.told(NEW, null, null);

      assertThat(zoe.credential().document()).isEqualTo(before.document());
      assertThat(zoe.credential().id()).as("so is its address").isEqualTo(before.id());
      assertThat(zoe.credential().revokedAt()).isNull();
      assertThat(zoe.shown()).isEqualTo(NEW);
      assertThat(zoe.certificate()).contains(NEW).doesNotContain("Čapek");
      assertThat(database.count("select count(*) from lms_user where name like '%apek%'")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aNameIsOneThingSoNothingOfTheFormerStays(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Learner zoe = new Learner(database);
      zoe.told(FORMER, "Zoë", "Čapek");
      zoe.told(null, "Zara", "Novotná");
      assertThat(zoe.shown()).isEqualTo(NEW);
      zoe.told(NEW, null, null);
      assertThat(zoe.shown()).isEqualTo(NEW);
      zoe.told(null, null, null);
      assertThat(zoe.shown()).as("withheld").isEqualTo(NEW);
      zoe.told("Zara N.", null, null);
      assertThat(
              database.count(
                  "select count(*) from lms_user where id = ? and given_name is null"
                      + " and family_name is null",
                  zoe.account))
          .isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aSchoolCorrectsItAndNoSpellingOfThePlatformUndoesThat(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Learner zoe = new Learner(database);
      UUID request = zoe.asks(NEW);
      assertThat(zoe.shown()).as("asking is not having").isEqualTo(FORMER);

      for (int twice = 0; twice < 2; twice++) {
        zoe.desk(desk -> desk.deciding.grant(zoe.institution, request, OPERATOR));
      }

      assertThat(zoe.shown()).isEqualTo(NEW);
      zoe.told(FORMER, "Zoë", "Čapek");
      zoe.told("Čapek, Zoë", null, null);
      assertThat(zoe.shown()).isEqualTo(NEW);
      assertThat(zoe.certificate()).contains(NEW).doesNotContain("Čapek");
      assertThat(database.count("select count(*) from audit_entry where action = 'name.corrected'"))
          .isOne();
      assertThat(
              database.count(
                  "select count(*) from audit_entry where reason like '%apek%'"
                      + " or subject_id like '%apek%' or authority like '%apek%'"))
          .as("the former name is kept nowhere")
          .isZero();
      assertThat(database.count("select count(*) from name_request where wished is not null"))
          .isZero();

      zoe.desk(desk -> desk.asking.lift(zoe.person, zoe.account, OPERATOR));
      assertThat(zoe.shown()).isEqualTo(NEW);
      zoe.told("Zara Capek", null, null);
      assertThat(zoe.shown()).isEqualTo("Zara Capek");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void listsThatNamedTheLearnerAreCorrectedToo(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Learner zoe = new Learner(database);
      UUID batch = UUID.randomUUID();
      database.execute(
          "insert into award_batch (id, institution_id, badge_class_id, file_name, digest,"
              + " uploaded_kind, rows_total, uploaded_at) values (?, ?, ?, 'list.csv', 'x',"
              + " 'STAFF', 1, ?)",
          batch,
          zoe.institution,
          zoe.course.badgeClass(),
          SampleCourse.THEN);
      database.execute(
          "insert into award_batch_row (batch_id, place, row_number, known_by, known_as, name,"
              + " verdict, lms_user_id) values (?, 1, 1, 'EMAIL', 'zoe@example.org', ?, 'GOOD', ?)",
          batch,
          FORMER,
          zoe.account);
      UUID request = zoe.asks(NEW);
      zoe.desk(desk -> desk.deciding.grant(zoe.institution, request, OPERATOR));
      assertThat(database.count("select count(*) from award_batch_row where name = ?", NEW))
          .isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theLearnerReadsThatItWasDeniedAndCanAskAnew(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Learner zoe = new Learner(database);
      UUID request = zoe.asks(NEW);
      zoe.desk(desk -> desk.deciding.deny(zoe.institution, request, WHY, OPERATOR));
      zoe.desk(desk -> desk.deciding.grant(zoe.institution, request, OPERATOR));
      assertThat(zoe.shown()).isEqualTo(FORMER);
      assertThat(zoe.named().state()).isEqualTo(NameRequest.State.DENIED);
      assertThat(zoe.named().reason()).isEqualTo(WHY);
      zoe.asks(NEW);
      assertThat(zoe.named().reason()).isEmpty();
      zoe.asks("Zara N.");
      assertThat(zoe.named().wished()).as("one at a time").isEqualTo("Zara N.");
      zoe.desk(desk -> desk.asking.withdraw(zoe.person, zoe.account, OPERATOR));
      zoe.desk(desk -> desk.asking.withdraw(zoe.person, zoe.account, OPERATOR));
      assertThat(zoe.named().state()).isEqualTo(NameRequest.State.WITHDRAWN);
      assertThat(zoe.open()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theAnswerGoesOnceToTheLearnersMailboxInTheirLanguageAndHoldsNoName(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Learner zoe = new Learner(database);
      database.execute(
          "update lms_user set email = 'zoe@school.example', locale = 'nl-NL' where id = ?",
          zoe.account);
      UUID denied = zoe.asks(NEW);
      for (int twice = 0; twice < 2; twice++) {
        zoe.desk(desk -> desk.deciding.deny(zoe.institution, denied, WHY, OPERATOR));
      }
      WayNotice told = zoe.told();
      assertThat(told.address()).isEqualTo("zoe@school.example");
      assertThat(told.what()).isEqualTo(WayNotice.What.NAME_DENIED);
      assertThat(told.words()).isEqualTo(WHY);
      assertThat(told.language().getLanguage()).isEqualTo("nl");
      assertThat(told.lmsUserId()).as("nobody stops answers").isNull();

      database.execute("delete from way_notice");
      zoe.desk(
          desk -> {
            desk.addresses.add(zoe.person, "zoe@home.example");
            desk.addresses.useForMail(desk.addresses.owner("zoe@home.example").orElseThrow());
          });
      UUID granted = zoe.asks(NEW);
      zoe.desk(desk -> desk.deciding.grant(zoe.institution, granted, OPERATOR));
      assertThat(zoe.told().address()).isEqualTo("zoe@home.example");
      assertThat(zoe.told().what()).isEqualTo(WayNotice.What.NAME_GRANTED);
      assertThat(zoe.told().about() + zoe.told().words()).doesNotContain("Zara", "Zoë");
      assertThat(jobs.owed).hasSize(2).allMatch(each -> each.startsWith(WayNotices.SENDING));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void nobodyIsDeniedWithoutAReason(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Learner zoe = new Learner(database);
      UUID request = zoe.asks(NEW);
      for (String reason : List.of("", " \u200B\n", "x".repeat(501))) {
        assertThatThrownBy(
                () ->
                    zoe.desk(
                        desk -> desk.deciding.deny(zoe.institution, request, reason, OPERATOR)))
            .as(reason)
            .isInstanceOf(InvalidFields.class);
      }
      assertThat(zoe.named().isWaiting()).isTrue();
      assertThat(database.count("select count(*) from way_notice")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void onlyTheSchoolOfTheAccountDecidesAndOnlyItsOwnerAsks(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Learner zoe = new Learner(database);
      Learner ann = new Learner(database);
      UUID request = zoe.asks(NEW);

      refused(() -> ann.desk(desk -> desk.asking.ask(ann.person, zoe.account, "X", OPERATOR)));
      refused(() -> ann.desk(desk -> desk.asking.withdraw(ann.person, zoe.account, OPERATOR)));
      refused(() -> ann.desk(desk -> desk.asking.lift(ann.person, zoe.account, OPERATOR)));
      refused(() -> zoe.desk(desk -> desk.deciding.grant(zoe.institution, request, STRANGER)));
      refused(() -> zoe.desk(desk -> desk.deciding.deny(zoe.institution, request, WHY, STRANGER)));
      refused(() -> ann.desk(desk -> desk.deciding.grant(ann.institution, request, OPERATOR)));
      refused(
          () ->
              zoe.desk(desk -> desk.deciding.grant(zoe.institution, UUID.randomUUID(), OPERATOR)));
      assertThat(ann.open()).isEmpty();
      assertThat(zoe.open()).extracting(NameRequest::wished).containsExactly(NEW);
      assertThat(zoe.shown()).isEqualTo(FORMER);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void refusesWhatIsNoNameAndWhoAsksTooOften(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      Learner zoe = new Learner(database);
      for (String typed : List.of("", " \u202E\u0000 ", "123", "x".repeat(201), FORMER)) {
        assertThatThrownBy(() -> zoe.asks(typed)).as(typed).isInstanceOf(InvalidFields.class);
      }
      zoe.asks("\u202EZara\u200B  Novotná\n");
      assertThat(zoe.named().wished()).isEqualTo(NEW);
      for (int i = 1; i < AskForName.MOST; i++) {
        zoe.desk(desk -> desk.asking.withdraw(zoe.person, zoe.account, OPERATOR));
        zoe.asks(NEW);
      }
      zoe.desk(desk -> desk.asking.withdraw(zoe.person, zoe.account, OPERATOR));
      assertThatThrownBy(() -> zoe.asks(NEW))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.TOO_MANY));
      clock.advance(AskForName.WITHIN.plus(Duration.ofDays(1)));
      zoe.asks(NEW);
    }
  }

  private static void refused(Runnable deed) {
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.NOT_FOUND));
  }

  /** The room, wired by hand for one transaction. */
  private final class Desk {

    final NamedAccounts accounts;
    final NameRequests requests;
    final AskForName asking;
    final DecideName deciding;
    final PersonAddresses addresses;
    final WayNotices notices;

    Desk(EntityManager em) {
      Sql sql = new Sql(JoinedDataSource.of(em));
      AuditTrail audit = new AuditTrail(em, clock);
      accounts = new NamedAccounts(sql);
      requests = new NameRequests(sql, clock);
      asking = new AskForName(accounts, requests, audit, sql, clock);
      addresses = new PersonAddresses(sql, clock);
      notices = new WayNotices(sql, clock);
      TellOfName telling =
          new TellOfName(
              People.users(sql, clock),
              addresses,
              new Institutions(em, sql, clock),
              notices,
              jobs,
              clock);
      deciding =
          new DecideName(requests, new StaffDesk(em, clock).rights, telling, audit, sql, clock);
    }
  }

  /** A learner with one badge. */
  private final class Learner {

    final OpenDatabase database;
    final SampleCourse course;
    final UUID institution;
    final UUID person;
    final UUID account;
    private final UUID award;

    Learner(OpenDatabase database) {
      this.database = database;
      course = new SampleCourse(database);
      institution = course.institution;
      SampleAward claimed = SampleKit.claimed(database, course, clock);
      person = claimed.person;
      account = claimed.learner;
      award = claimed.id;
    }

    /** Asks and gives the open request. */
    UUID asks(String name) {
      clock.advance(Duration.ofSeconds(1));
      desk(desk -> desk.asking.ask(person, account, name, OPERATOR));
      return open().get(0).id();
    }

    List<NameRequest> open() {
      return database.compute(em -> new Desk(em).requests.open(institution, null, 9).requests());
    }

    NamedAccount named() {
      return database.compute(em -> new Desk(em).accounts.of(person).get(0));
    }

    /** The only message that is owed. */
    WayNotice told() {
      return database.compute(
          em -> {
            Sql sql = new Sql(JoinedDataSource.of(em));
            List<UUID> ids = sql.list("select id from way_notice", row -> row.uuid("id"));
            assertThat(ids).hasSize(1);
            return new Desk(em).notices.owed(ids.get(0)).orElseThrow();
          });
    }

    /** What the platform tells in a launch. */
    void told(@Nullable String name, @Nullable String given, @Nullable String family) {
      clock.advance(Duration.ofMinutes(1));
      database.transaction(
          em -> {
            var users = People.users(new Sql(JoinedDataSource.of(em)), clock);
            String sub = users.find(account).orElseThrow().sub();
            assertThat(sub).isNotNull();
            users.recognise(
                course.platform,
                sub,
                new LmsUser.Profile(name, given, family, null, null, false, null));
          });
    }

    Credential credential() {
      return credentials(desk -> desk.credentials.ofAward(award).orElseThrow());
    }

    /** As strangers see it on the public page. */
    String shown() {
      return credentials(
          desk ->
              desk.seen
                  .of(desk.credentials.ofAward(award).orElseThrow(), Disclosure.USUAL)
                  .holder());
    }

    /** Every file that carries the signed badge and nothing else. */
    List<byte[]> signed() {
      return List.of(Rendition.JSON, Rendition.JWT, Rendition.PNG, Rendition.SVG).stream()
          .map(this::file)
          .toList();
    }

    String certificate() {
      try (PDDocument document = Loader.loadPDF(file(Rendition.PDF))) {
        return new PDFTextStripper().getText(document);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private byte[] file(Rendition form) {
      return credentials(
          desk -> {
            Credential credential = desk.credentials.ofAward(award).orElseThrow();
            return desk.renditions
                .file(credential, form, Locale.ENGLISH, desk.holder.name(credential))
                .bytes()
                .get();
          });
    }

    private <T> T credentials(Function<CredentialDesk, T> work) {
      return database.compute(em -> work.apply(new CredentialDesk(database, em, clock)));
    }

    void desk(Consumer<Desk> deed) {
      database.transaction(em -> deed.accept(new Desk(em)));
    }
  }
}
