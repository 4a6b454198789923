package org.badgebridge.badgeclass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.badgebridge.badgeclass.EditBadgeClass.Change;
import org.badgebridge.badgeclass.content.BadgeContent;
import org.badgebridge.badgeclass.content.Pathway;
import org.badgebridge.badgeclass.content.SampleContent;
import org.badgebridge.badgeclass.content.Wording;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VersionsDatabaseTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
  private static final Actor ADMINISTRATOR =
      new Actor(Actor.Kind.ADMINISTRATOR, UUID.randomUUID(), "session");
  private static final BadgeContent SAID = SampleContent.full();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void changesInPlaceUntilItIsAwarded(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      SampleCourse course = course(db);
      UUID id = published(db, course, SAID);
      db.transaction(
          em ->
              new BadgeDesk(em, CLOCK)
                  .edit(id, course.institution, SAID.named("Data"), ADMINISTRATOR));
      db.transaction(
          em -> {
            BadgeClass now = new BadgeClasses(em).find(id).orElseThrow();
            assertThat(now.number()).isEqualTo(1);
            assertThat(now.content()).isEqualTo(SAID.named("Data"));
          });
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void keepsWhatWasAwardedAndMakesTheNextVersion(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      SampleCourse course = course(db);
      UUID id = published(db, course, SAID);
      award(db, course, id, 1);
      BadgeContent next = SAID.named("Data Literacy II");
      db.transaction(
          em ->
              assertThatThrownBy(
                      () ->
                          new BadgeDesk(em, CLOCK)
                              .edit(id, course.institution, next, ADMINISTRATOR))
                  .isInstanceOfSatisfying(
                      NewVersionNeeded.class, needed -> assertThat(needed.number()).isEqualTo(2)));
      db.transaction(
          em ->
              new BadgeDesk(em, CLOCK)
                  .edit(id, course.institution, Change.of(next, true), ADMINISTRATOR));
      db.transaction(
          em -> {
            BadgeClasses all = new BadgeClasses(em);
            BadgeClass now = all.find(id).orElseThrow();
            assertThat(now.number()).isEqualTo(2);
            assertThat(all.version(now, 1).content()).isEqualTo(SAID);
            assertThat(all.version(now, 2).content()).isEqualTo(next);
            refused(ProblemType.NOT_FOUND, () -> all.version(now, 3));
          });
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void changesWhatNoCredentialStatesWithoutANextVersion(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      SampleCourse course = course(db);
      UUID id = published(db, course, SampleContent.plain("Come"));
      award(db, course, id, 1);
      BadgeContent said = SampleContent.plain("Come");
      BadgeContent translated =
          new BadgeContent(
              said.wording(),
              said.language(),
              java.util.Map.of("nl", new Wording("Kom", "Doet mee.", "Kom en doe mee.")),
              said.type(),
              said.theme(),
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              SAID.purpose(),
              SAID.awarding(),
              null);
      db.transaction(
          em -> new BadgeDesk(em, CLOCK).edit(id, course.institution, translated, ADMINISTRATOR));
      db.transaction(
          em -> {
            BadgeClass now = new BadgeClasses(em).find(id).orElseThrow();
            assertThat(now.number()).isEqualTo(1);
            assertThat(now.content().in(Locale.forLanguageTag("nl")).name()).isEqualTo("Kom");
          });
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void tellsTheSecondOfTwoEditors(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      SampleCourse course = course(db);
      UUID id = published(db, course, SAID);
      long seen = db.compute(em -> new BadgeClasses(em).find(id).orElseThrow().revision());
      Change first = new Change(SAID.named("First"), List.of(), seen, null, false);
      Change second = new Change(SAID.named("Second"), List.of(), seen, null, false);
      db.transaction(
          em -> new BadgeDesk(em, CLOCK).edit(id, course.institution, first, ADMINISTRATOR));
      db.transaction(
          em ->
              assertThatThrownBy(
                      () ->
                          new BadgeDesk(em, CLOCK)
                              .edit(id, course.institution, second, ADMINISTRATOR))
                  .isInstanceOf(ChangedMeanwhile.class));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void refusesAPathThatRunsInACircleOrOverBadgesNobodyAwards(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      SampleCourse course = course(db);
      UUID one = published(db, course, SampleContent.plain("One"));
      UUID two = published(db, course, SampleContent.plain("Two"));
      UUID end = published(db, course, SampleContent.path("End", one, two, one));
      UUID draft = made(db, course, SampleContent.plain("Draft"), false);
      UUID foreign = published(db, course(db), SampleContent.plain("Theirs"));
      assertThat(faults(db, course, end, over(end))).containsExactly("badgeclass.fault.step-loop");
      assertThat(faults(db, course, one, over(end))).containsExactly("badgeclass.fault.step-loop");
      assertThat(faults(db, course, end, over(draft)))
          .containsExactly("badgeclass.fault.step-not-published");
      assertThat(faults(db, course, end, over(foreign)))
          .containsExactly("badgeclass.fault.step-none");
      assertThat(faults(db, course, end, over(UUID.randomUUID())))
          .containsExactly("badgeclass.fault.step-none");
      assertThat(faults(db, course, end, over(two))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void letsNoTwoEditorsCloseACircleTogether(TestDatabase kind) throws Exception {
    try (OpenDatabase db = kind.open()) {
      SampleCourse course = course(db);
      UUID one = published(db, course, SampleContent.plain("One"));
      UUID two = published(db, course, SampleContent.plain("Two"));
      CyclicBarrier together = new CyclicBarrier(2);
      ExecutorService editors = Executors.newFixedThreadPool(2);
      Future<List<String>> first = editors.submit(() -> edited(db, course, one, two, together));
      Future<List<String>> second = editors.submit(() -> edited(db, course, two, one, together));
      List<String> faults = new ArrayList<>(first.get(60, TimeUnit.SECONDS));
      faults.addAll(second.get(60, TimeUnit.SECONDS));
      editors.shutdown();
      assertThat(faults).containsExactly("badgeclass.fault.step-loop");
    }
  }

  private static List<String> edited(
      OpenDatabase db, SampleCourse course, UUID end, UUID step, CyclicBarrier together)
      throws Exception {
    together.await(30, TimeUnit.SECONDS);
    return faults(db, course, end, over(step));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void asksForEverythingOnceItIsPublished(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      SampleCourse course = course(db);
      BadgeContent bare =
          BadgeContent.of(new Wording("Bare", "", ""), "en", "competency", "inclusion");
      UUID id = made(db, course, bare, false);
      db.transaction(
          em ->
              assertThatThrownBy(
                      () -> new BadgeDesk(em, CLOCK).publish(id, course.institution, ADMINISTRATOR))
                  .isInstanceOfSatisfying(
                      InvalidFields.class,
                      invalid ->
                          assertThat(invalid.faults())
                              .extracting(FieldFault::field)
                              .containsExactly("description", "criteria", "assessment")));
      assertThat(db.count("select count(*) from badge_class where state = 'PUBLISHED'")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void copiesIntoADraftAndComesBackFromTheArchive(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      SampleCourse course = course(db);
      UUID id = published(db, course, SAID);
      db.transaction(
          em -> {
            BadgeClass copy =
                new BadgeDesk(em, CLOCK)
                    .copying()
                    .copy(id, course.institution, ADMINISTRATOR, Locale.ENGLISH);
            assertThat(copy.state()).isEqualTo(BadgeClass.State.DRAFT);
            assertThat(copy.isPublic()).isFalse();
            assertThat(copy.content()).isEqualTo(SAID.named("Data Literacy (copy)"));
          });
      db.transaction(
          em -> {
            ArchiveBadgeClass archive = new BadgeDesk(em, CLOCK).archiving();
            archive.archive(id, course.institution, ADMINISTRATOR);
            assertThat(archive.restore(id, course.institution, ADMINISTRATOR).state())
                .isEqualTo(BadgeClass.State.PUBLISHED);
          });
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void letsALecturerChangeOnlyWhatTheyMade(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      SampleCourse course = course(db);
      UUID id = published(db, course, SAID);
      Actor lecturer = new Actor(Actor.Kind.LECTURER, course.lecturer, "launch 1");
      db.transaction(
          em -> {
            BadgeDesk desk = new BadgeDesk(em, CLOCK);
            refused(
                ProblemType.FORBIDDEN,
                () -> desk.edit(id, course.institution, SAID.named("Mine"), lecturer));
            BadgeClass own = desk.create(course.institution, SAID, false, lecturer);
            assertThat(desk.edit(own.id(), course.institution, SAID.named("Mine"), lecturer).name())
                .isEqualTo("Mine");
          });
    }
  }

  private static SampleCourse course(OpenDatabase db) {
    SampleCourse course = new SampleCourse(db);
    db.execute("update institution set micro_credentials = true");
    return course;
  }

  private static BadgeContent over(UUID badge) {
    return SampleContent.plain("End")
        .along(new Pathway(false, List.of(new Pathway.Step("", 1, List.of(badge)))));
  }

  private static List<String> faults(
      OpenDatabase db, SampleCourse course, UUID id, BadgeContent content) {
    try {
      db.transaction(
          em -> new BadgeDesk(em, CLOCK).edit(id, course.institution, content, ADMINISTRATOR));
      return List.of();
    } catch (InvalidFields invalid) {
      return invalid.faults().stream().map(FieldFault::key).toList();
    }
  }

  private static UUID published(OpenDatabase db, SampleCourse course, BadgeContent content) {
    return made(db, course, content, true);
  }

  private static UUID made(
      OpenDatabase db, SampleCourse course, BadgeContent content, boolean publish) {
    return db.compute(
            em ->
                new BadgeDesk(em, CLOCK)
                    .create(course.institution, content, publish, ADMINISTRATOR))
        .id();
  }

  private static void award(OpenDatabase db, SampleCourse course, UUID badgeClass, int version) {
    db.execute(
        "insert into direct_award (id, institution_id, badge_class_id, badge_class_version,"
            + " lms_user_id, edition, state, sandbox, origin, reason, rule_met_at, offered_at,"
            + " created_at, version) values (?, ?, ?, ?, ?, 1, 'OFFERED', false, 'RULE', '{}', ?,"
            + " ?, ?, 1)",
        UUID.randomUUID(),
        course.institution,
        badgeClass,
        version,
        course.learner("Ann"),
        SampleCourse.THEN,
        SampleCourse.THEN,
        SampleCourse.THEN);
  }

  private static void refused(ProblemType type, Runnable deed) {
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.type()).isEqualTo(type));
  }
}
