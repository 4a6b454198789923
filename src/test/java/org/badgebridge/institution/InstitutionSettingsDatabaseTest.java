package org.badgebridge.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.badgebridge.identity.Actor;
import org.badgebridge.institution.InstitutionSettings.Contact;
import org.badgebridge.institution.InstitutionSettings.Identifiers;
import org.badgebridge.institution.InstitutionSettings.Switches;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.TestDatabase;
import org.badgebridge.web.Translated;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InstitutionSettingsDatabaseTest {

  private static final Actor ACTOR = Actor.system("test");
  private static final Locale DUTCH = Locale.forLanguageTag("nl");

  private final MovableClock clock = new MovableClock();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void keepsEverySettingAndWritesItDown(TestDatabase kind) {
    try (var database = kind.open()) {
      Institution founded = found(database, "Universiteit Voorbeeld");
      InstitutionSettings wanted = settings("Example University", "Universiteit Voorbeeld", DUTCH);

      edit(database, founded, wanted);

      Institution now = compute(database, desk -> desk.institutions.get(founded.id()));
      assertThat(now.settings()).isEqualTo(wanted);
      assertThat(now.name()).isEqualTo("Universiteit Voorbeeld");
      assertThat(now.name(Locale.ENGLISH)).isEqualTo("Example University");
      assertThat(now.name(Locale.FRENCH)).isEqualTo("Universiteit Voorbeeld");
      assertThat(
              database.count(
                  "select count(*) from audit_entry where action = 'institution.edited'"))
          .isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theSecondOfTwoWhoEditIsToldSo(TestDatabase kind) throws Exception {
    try (var database = kind.open()) {
      Institution seen = found(database, "Universiteit Voorbeeld");
      ExecutorService threads = Executors.newFixedThreadPool(2);
      List<Callable<Boolean>> both =
          List.of(
              () -> edits(database, seen, settings("One", "Een", DUTCH)),
              () -> edits(database, seen, settings("Two", "Twee", DUTCH)));

      int saved = 0;
      for (Future<Boolean> each : threads.invokeAll(both)) {
        saved += each.get() ? 1 : 0;
      }
      threads.shutdown();

      assertThat(saved).isEqualTo(1);
    }
  }

  private boolean edits(OpenDatabase database, Institution seen, InstitutionSettings wanted) {
    try {
      edit(database, seen, wanted);
      return true;
    } catch (ProblemException e) {
      assertThat(e.type()).isEqualTo(ProblemType.CONFLICT);
      return false;
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void namesEveryFaultAtOnce(TestDatabase kind) {
    try (var database = kind.open()) {
      Institution founded = found(database, "Universiteit Voorbeeld");
      found(database, "Taken");
      InstitutionSettings wrong =
          new InstitutionSettings(
              new Naming(Translated.of(DUTCH, "Taken"), Translated.NOTHING),
              DUTCH,
              "red",
              new Contact("nobody", "javascript:alert(1)"),
              new Identifiers(
                  InstitutionKind.WO, "x", "Netherlands", "no domain", null, "x", "ftp://x", "abc"),
              new Switches(true, true, false, true, Lecturers.NONE));

      assertFaults(
          () -> edit(database, founded, wrong),
          "accent",
          "email",
          "url",
          "brin",
          "country",
          "schac",
          "eppn",
          "grading",
          "linkedin",
          "name-nl");
      assertFaults(
          () -> edit(database, founded, settings("Only in English", "", DUTCH)), "name-nl");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void foundsNoTwoOfOneName(TestDatabase kind) {
    try (var database = kind.open()) {
      found(database, "Universiteit Voorbeeld");
      assertFaults(() -> found(database, " Universiteit Voorbeeld "), "name");
      assertFaults(() -> found(database, " "), "name");
      assertFaults(() -> found(database, "x".repeat(201)), "name");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void keepsGroupsAndIssuersOfOneInstitutionApartByName(TestDatabase kind) {
    try (var database = kind.open()) {
      Institution one = found(database, "One");
      Institution two = found(database, "Two");
      IssuerGroup group =
          compute(database, desk -> desk.keepGroup.create(one.id(), group("Faculties"), ACTOR));
      compute(database, desk -> desk.keepGroup.create(two.id(), group("Faculties"), ACTOR));
      Issuer issuer =
          compute(
              database, desk -> desk.keepIssuer.create(one.id(), issuer("Law", group.id()), ACTOR));

      assertThat(issuer.groupId()).isEqualTo(group.id());
      assertFaults(
          () -> transaction(database, d -> d.keepGroup.create(one.id(), group("Faculties"), ACTOR)),
          "name-en");
      assertFaults(
          () ->
              transaction(database, d -> d.keepIssuer.create(one.id(), issuer("Law", null), ACTOR)),
          "name-en");
      assertFaults(
          () ->
              transaction(
                  database, d -> d.keepIssuer.create(two.id(), issuer("Art", group.id()), ACTOR)),
          "group");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void archivesAndBringsBackOnceEach(TestDatabase kind) {
    try (var database = kind.open()) {
      Institution one = found(database, "One");
      UUID id =
          compute(database, d -> d.keepIssuer.create(one.id(), issuer("Law", null), ACTOR)).id();
      for (int i = 0; i < 2; i++) {
        transaction(database, desk -> desk.keepIssuer.archive(id, true, ACTOR));
      }
      assertThat(issuer(database, id).isArchived()).isTrue();
      transaction(database, desk -> desk.keepIssuer.archive(id, false, ACTOR));
      assertThat(issuer(database, id).isArchived()).isFalse();
      assertThat(
              database.count("select count(*) from audit_entry where action = 'issuer.archived'"))
          .isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aNameStaysInItsLanguageWhenTheDefaultChanges(TestDatabase kind) {
    try (var database = kind.open()) {
      Institution one = found(database, "One");
      UUID id = compute(database, d -> d.issuers.of(one.id())).get(0).id();

      edit(database, one, settings("One", "Een", DUTCH));

      Issuer issuer = issuer(database, id);
      assertThat(issuer.names(DUTCH).texts()).isEqualTo(Map.of("en", "One"));
      assertThat(issuer.name(Locale.FRENCH, DUTCH)).isEqualTo("One");
    }
  }

  private static Issuer issuer(OpenDatabase database, UUID id) {
    return database.compute(em -> new Issuers(em).get(id));
  }

  private static InstitutionSettings settings(String english, String dutch, Locale language) {
    return new InstitutionSettings(
        new Naming(
            new Translated(Map.of("en", english, "nl", dutch)),
            new Translated(Map.of("nl", "Een voorbeeld."))),
        language,
        "#aa2200",
        new Contact("badges@voorbeeld.nl", "https://www.voorbeeld.nl"),
        new Identifiers(
            InstitutionKind.WO,
            "21PB",
            "NL",
            "voorbeeld.nl",
            "voorbeeld.edu",
            ".*@voorbeeld\\.nl",
            "https://www.voorbeeld.nl/cijfers",
            "12345"),
        new Switches(true, false, true, false, Lecturers.DRAFT));
  }

  private static Naming naming(String name) {
    return new Naming(Translated.of(Locale.ENGLISH, name), Translated.NOTHING);
  }

  private static GroupSettings group(String name) {
    return new GroupSettings(naming(name), null, null, null, Visibility.PUBLIC);
  }

  private static IssuerSettings issuer(String name, @Nullable UUID group) {
    return new IssuerSettings(naming(name), group, null, null);
  }

  private Institution found(OpenDatabase database, String name) {
    return compute(database, desk -> desk.create.create(name, ACTOR));
  }

  private void edit(OpenDatabase database, Institution seen, InstitutionSettings wanted) {
    transaction(database, d -> d.edit.edit(seen.id(), seen.version(), wanted, ACTOR));
  }

  private void transaction(OpenDatabase database, Consumer<InstitutionDesk> work) {
    database.transaction(em -> work.accept(new InstitutionDesk(em, clock)));
  }

  private <T extends @Nullable Object> T compute(
      OpenDatabase database, Function<InstitutionDesk, T> work) {
    return database.compute(em -> work.apply(new InstitutionDesk(em, clock)));
  }

  private static void assertFaults(ThrowingCallable deed, String... fields) {
    assertThatThrownBy(deed)
        .isInstanceOfSatisfying(
            InvalidFields.class,
            e ->
                assertThat(e.faults())
                    .extracting(FieldFault::field)
                    .containsExactlyInAnyOrder(fields));
  }
}
