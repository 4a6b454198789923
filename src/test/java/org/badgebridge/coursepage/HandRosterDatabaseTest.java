package org.badgebridge.coursepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.badgebridge.coursepage.HandRoster.Learner;
import org.badgebridge.database.Sql;
import org.badgebridge.roster.CourseLearners;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HandRosterDatabaseTest {

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void pagesEveryLearnerOnceByName(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      for (String name : List.of("bob", "Ada", "Zoë", "ada", "Bob", "Élise", "")) {
        course.learner(name);
      }
      HandRoster roster = roster(database);
      List<UUID> all = new ArrayList<>();
      UUID after = null;
      do {
        HandRoster.Slice page = roster.page(course.course, UUID.randomUUID(), "", after, 2);
        page.learners().forEach(each -> all.add(each.id()));
        after = page.next();
      } while (after != null);

      assertThat(all).hasSize(7).doesNotHaveDuplicates();
      assertThat(roster.page(course.course, UUID.randomUUID(), "", null, 3).learners())
          .extracting(each -> each.name().startsWith("#") ? "#" : each.name())
          .first()
          .isEqualTo("#");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void leavesOutLecturersTestUsersAndThoseWhoLeft(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      course.member(course.user("Once lecturer", false), "LEARNER", true);
      course.member(course.user("Test", true), "LEARNER", false);
      UUID gone = course.learner("Gone");
      database.execute("update membership set active = false where lms_user_id = ?", gone);
      UUID ada = course.learner("Ada");

      assertThat(learners(database, course, UUID.randomUUID(), ""))
          .extracting(Learner::id)
          .containsExactly(ada);
      HandRoster roster = roster(database);
      assertThat(roster.of(course.course, UUID.randomUUID(), List.of(gone, ada)))
          .extracting(Learner::id)
          .containsExactly(ada);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void saysWhoHasItUnderWhicheverNameTheyGotIt(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID ada = course.learner("Ada");
      UUID other = course.user("Ada elsewhere", false);
      database.execute(
          "update lms_user set person_id = (select person_id from lms_user where id = ?)"
              + " where id = ?",
          ada,
          other);
      award(database, course, badge, other, 1, "WITHDRAWN");
      assertThat(standing(database, course, badge)).isEqualTo("WITHDRAWN false");
      award(database, course, badge, other, 2, "OFFERED");
      assertThat(standing(database, course, badge)).isEqualTo("OFFERED true");
      assertThat(standing(database, course, course.badgeClass())).isEqualTo("null false");
    }
  }

  private static String standing(OpenDatabase database, SampleCourse course, UUID badge) {
    Learner ada = learners(database, course, badge, "ada").get(0);
    return ada.standing() + " " + ada.has();
  }

  private static List<Learner> learners(
      OpenDatabase database, SampleCourse course, UUID badge, @Nullable String words) {
    return roster(database)
        .page(course.course, badge, words == null ? "" : words, null, 50)
        .learners();
  }

  private static void award(
      OpenDatabase database,
      SampleCourse course,
      UUID badge,
      UUID learner,
      int edition,
      String state) {
    database.execute(
        "insert into direct_award (id, institution_id, badge_class_id, lms_user_id, edition, state,"
            + " sandbox, origin, reason, rule_met_at, offered_at, ended_at, created_at, version)"
            + " values (?, ?, ?, ?, ?, ?, false, 'STAFF', '{}', ?, ?, ?, ?, 1)",
        UUID.randomUUID(),
        course.institution,
        badge,
        learner,
        edition,
        state,
        SampleCourse.THEN,
        SampleCourse.THEN,
        SampleCourse.THEN,
        SampleCourse.THEN);
  }

  private static HandRoster roster(OpenDatabase database) {
    Sql sql = new Sql(database.dataSource());
    return new HandRoster(new CourseLearners(sql), sql);
  }
}
