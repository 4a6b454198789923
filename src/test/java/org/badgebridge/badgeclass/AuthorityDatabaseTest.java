package org.badgebridge.badgeclass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.badgebridge.badgeclass.content.SampleContent;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuthorityDatabaseTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
  private static final Actor OPERATOR =
      new Actor(Actor.Kind.ADMINISTRATOR, UUID.randomUUID(), "session");

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void letsAnInstitutionDecideWhatItsLecturersMayDo(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      SampleCourse course = new SampleCourse(db);
      Actor lecturer = new Actor(Actor.Kind.LECTURER, course.lecturer, "launch 1");
      UUID own = make(db, course, lecturer, true);
      lecturers(db, course, "DRAFT");
      refused(db, ProblemType.FORBIDDEN, desk -> create(desk, course, lecturer, true));
      refused(db, ProblemType.FORBIDDEN, desk -> edit(desk, own, course, lecturer));
      UUID draft = make(db, course, lecturer, false);
      refused(db, ProblemType.FORBIDDEN, desk -> desk.publish(draft, course.institution, lecturer));
      db.transaction(em -> edit(new BadgeDesk(em, CLOCK), draft, course, lecturer));
      db.transaction(em -> new BadgeDesk(em, CLOCK).publish(draft, course.institution, OPERATOR));
      lecturers(db, course, "NONE");
      refused(db, ProblemType.FORBIDDEN, desk -> create(desk, course, lecturer, false));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void givesStaffTheRightsOfTheirPlaceAndNoOthers(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      SampleCourse course = new SampleCourse(db);
      SampleCourse elsewhere = new SampleCourse(db);
      UUID badge = make(db, course, OPERATOR, true);
      Actor editor = staff(db, course, "ISSUER", course.issuer, "CREATE READ UPDATE AWARD SIGN");
      Actor viewer = staff(db, course, "INSTITUTION", course.institution, "READ");
      Actor owner =
          staff(
              db,
              course,
              "BADGE_CLASS",
              badge,
              "CREATE READ UPDATE DELETE AWARD SIGN ADMINISTRATE");
      Actor stranger =
          staff(
              db,
              elsewhere,
              "INSTITUTION",
              elsewhere.institution,
              "CREATE READ UPDATE DELETE AWARD SIGN ADMINISTRATE");
      db.transaction(em -> edit(new BadgeDesk(em, CLOCK), badge, course, editor));
      db.transaction(em -> edit(new BadgeDesk(em, CLOCK), badge, course, owner));
      make(db, course, editor, true);
      refused(db, ProblemType.FORBIDDEN, desk -> edit(desk, badge, course, viewer));
      refused(db, ProblemType.FORBIDDEN, desk -> create(desk, course, viewer, false));
      refused(db, ProblemType.FORBIDDEN, desk -> create(desk, course, owner, false));
      refused(db, ProblemType.FORBIDDEN, desk -> desk.archive(badge, course.institution, editor));
      refused(db, ProblemType.NOT_FOUND, desk -> edit(desk, badge, course, stranger));
      refused(db, ProblemType.NOT_FOUND, desk -> create(desk, course, stranger, false));
      db.transaction(em -> new BadgeDesk(em, CLOCK).archive(badge, course.institution, owner));
      assertThat(db.count("select count(*) from badge_class where state = 'ARCHIVED'")).isOne();
    }
  }

  private static UUID make(OpenDatabase db, SampleCourse course, Actor actor, boolean publish) {
    return db.compute(em -> create(new BadgeDesk(em, CLOCK), course, actor, publish)).id();
  }

  private static BadgeClass create(
      BadgeDesk desk, SampleCourse course, Actor actor, boolean publish) {
    return desk.create(course.institution, SampleContent.plain("Come"), publish, actor);
  }

  private static void edit(BadgeDesk desk, UUID id, SampleCourse course, Actor actor) {
    desk.edit(id, course.institution, SampleContent.plain("Come again"), actor);
  }

  private static void lecturers(OpenDatabase db, SampleCourse course, String may) {
    db.execute("update institution set lecturers = ? where id = ?", may, course.institution);
  }

  private static Actor staff(
      OpenDatabase db, SampleCourse course, String level, UUID place, String permissions) {
    UUID account = UUID.randomUUID();
    db.execute(
        "insert into staff_account (id, email, name, password_hash, locale, created_at, version)"
            + " values (?, ?, 'Staff', 'none', 'en', ?, 1)",
        account,
        account + "@example.org",
        SampleCourse.THEN);
    db.execute(
        "insert into staff_membership (id, account_id, institution_id, level, place_id,"
            + " permissions, granted_by, granted_at, version) values (?, ?, ?, ?, ?, ?, ?, ?, 1)",
        UUID.randomUUID(),
        account,
        course.institution,
        level,
        place,
        permissions,
        account,
        SampleCourse.THEN);
    return new Actor(Actor.Kind.STAFF, account, "session");
  }

  private static void refused(
      OpenDatabase db, ProblemType type, java.util.function.Consumer<BadgeDesk> deed) {
    db.transaction(
        em ->
            assertThatThrownBy(() -> deed.accept(new BadgeDesk(em, CLOCK)))
                .isInstanceOfSatisfying(
                    ProblemException.class, problem -> assertThat(problem.type()).isEqualTo(type)));
  }
}
