package org.badgebridge.insight.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.StaffDesk;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NotesDatabaseTest {

  private static final Actor OPERATOR =
      new Actor(Actor.Kind.ADMINISTRATOR, UUID.randomUUID(), "test");
  private static final Actor STRANGER = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "test");

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void keepsWhatWasLearnedWithItsOwnerAndDay(TestDatabase kind) {
    try (var database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      UUID badge = course.badgeClass();

      UUID id = write(database, course, form("Shown in class", "2026-05-01", badge));
      database.transaction(
          em -> {
            keeping(em).change(id, form("Shown in class, twice", "2026-05-02", null), OPERATOR);
            keeping(em).change(id, form("Shown in class, twice", "2026-05-02", null), OPERATOR);
          });

      database.transaction(
          em -> {
            Note note = new Notes(em).of(course.institution, Set.of(badge), 0, 10).get(0);
            assertThat(note.words()).isEqualTo("Shown in class, twice");
            assertThat(note.day()).isEqualTo("2026-05-02");
            assertThat(note.badgeClassId()).isEqualTo(badge);
            assertThat(note.ownerId()).isEqualTo(OPERATOR.id());
            assertThat(new Notes(em).of(course.institution, Set.of(), 0, 10)).isEmpty();
            keeping(em).remove(id, OPERATOR);
          });
      database.transaction(
          em -> assertThat(new Notes(em).of(course.institution, null, 0, 10)).isEmpty());
      assertThat(audited(database, "insight.noted")).isEqualTo(1);
      assertThat(audited(database, "insight.note-changed")).isEqualTo(1);
      assertThat(audited(database, "insight.note-removed")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void refusesStrangersBeforeItReadsWhatTheyTyped(TestDatabase kind) {
    try (var database = kind.open()) {
      SampleCourse course = new SampleCourse(database);
      SampleCourse other = new SampleCourse(database);
      UUID id = write(database, course, form("Ours", "2026-05-01", null));

      database.transaction(
          em -> {
            NoteForm empty = form("", "", null);
            KeepNotes keeping = keeping(em);
            assertThatThrownBy(() -> keeping.write(course.institution, empty, STRANGER))
                .satisfies(NotesDatabaseTest::isMissing);
            assertThatThrownBy(() -> keeping.change(id, empty, STRANGER))
                .satisfies(NotesDatabaseTest::isMissing);
            assertThatThrownBy(() -> keeping.remove(id, STRANGER))
                .satisfies(NotesDatabaseTest::isMissing);
            NoteForm foreign = form("Theirs", "2026-05-01", other.badgeClass());
            assertThatThrownBy(() -> keeping.write(course.institution, foreign, OPERATOR))
                .satisfies(NotesDatabaseTest::isMissing);
            NoteForm elsewhere = NoteForm.of("Theirs", "2026-05-01", null, other.course.toString());
            assertThatThrownBy(() -> keeping.write(course.institution, elsewhere, OPERATOR))
                .satisfies(NotesDatabaseTest::isMissing);
          });
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void asksForWordsAndADay(TestDatabase kind) {
    try (var database = kind.open()) {
      SampleCourse course = new SampleCourse(database);

      assertThatThrownBy(() -> write(database, course, form(" ", "soon", null)))
          .isInstanceOfSatisfying(
              InvalidFields.class,
              e ->
                  assertThat(e.faults())
                      .extracting(FieldFault::field)
                      .isEqualTo(List.of("words", "day")));
    }
  }

  private static UUID write(OpenDatabase database, SampleCourse course, NoteForm form) {
    return database.compute(em -> keeping(em).write(course.institution, form, OPERATOR).id());
  }

  private static NoteForm form(String words, String day, @Nullable UUID badge) {
    return NoteForm.of(words, day, badge == null ? null : badge.toString(), null);
  }

  private static KeepNotes keeping(EntityManager em) {
    StaffDesk staff = new StaffDesk(em, Clock.systemUTC());
    return new KeepNotes(
        new Notes(em),
        staff.rights,
        staff.places,
        new AuditTrail(em, Clock.systemUTC()),
        Clock.systemUTC());
  }

  private static long audited(OpenDatabase database, String action) {
    return database.count("select count(*) from audit_entry where action = ?", action);
  }

  private static void isMissing(Throwable thrown) {
    assertThat(((ProblemException) thrown).type()).isEqualTo(ProblemType.NOT_FOUND);
  }
}
