package org.badgebridge.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.badgebridge.award.AwardDesk;
import org.badgebridge.award.Reach;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.LmsUser;
import org.badgebridge.rule.RuleTree.Completed;
import org.badgebridge.rule.Standing.Group;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A badge class with so many places: who comes too late waits, in the order of meeting the rule.
 */
class PlacesDatabaseTest {

  /** A course with one activity, and a badge for completing it that has so many places. */
  private static final class Lesson {

    final OpenDatabase database;
    final SampleCourse course;
    final UUID page;
    final UUID badge;
    final UUID attachment;
    final Actor lecturer;

    Lesson(OpenDatabase database, int places, AwardRule.Mode mode) {
      this.database = database;
      course = new SampleCourse(database);
      page = course.activity("MODULE", "Page");
      badge = course.badgeClass();
      places(places);
      lecturer = RuleDesk.lecturer(course.lecturer);
      attachment =
          database.compute(
              em -> {
                RuleDesk desk = new RuleDesk(em);
                UUID id =
                    desk.attach
                        .attach(course.course, badge, new Completed(page), mode, lecturer)
                        .id();
                desk.switching.on(id, course.course, lecturer);
                return id;
              });
    }

    void places(int places) {
      AwardDesk.content(database, badge, "\"awarding\":{\"places\":" + places + "}");
    }

    /** A learner who completed it so many hours after the course began, and of whom we hear now. */
    UUID done(String name, int hours) {
      UUID learner = seen(name, hours);
      database.transaction(em -> new RuleDesk(em).evidence(page, learner));
      return learner;
    }

    /** The same before the rule looks at it. */
    UUID seen(String name, int hours) {
      UUID learner = course.learner(name);
      course.evidence(page, learner, "COMPLETED", null, null);
      database.execute(
          "update evidence set occurred_at = ? where lms_user_id = ?",
          SampleCourse.THEN.plus(Duration.ofHours(hours)),
          learner);
      return learner;
    }

    /** What ends an award, and what is owed then. */
    List<String> withdrawn(UUID learner) {
      UUID award = award(learner);
      return database.compute(
          em -> {
            RuleDesk desk = new RuleDesk(em);
            desk.awardDesk.withdraw.withdraw(award, "left", Reach.course(course.course), lecturer);
            return List.copyOf(desk.jobs.owed);
          });
    }

    List<String> declined(UUID learner) {
      UUID award = award(learner);
      return database.compute(
          em -> {
            RuleDesk desk = new RuleDesk(em);
            UUID person = em.find(LmsUser.class, learner).personId();
            desk.awardDesk.decline.decline(award, person, Actor.system("test"));
            return List.copyOf(desk.jobs.owed);
          });
    }

    private UUID award(UUID learner) {
      return database.compute(
          em ->
              new RuleDesk(em)
                  .dryRun.of(attachment).holders().stream()
                      .filter(each -> each.lmsUserId().equals(learner))
                      .findFirst()
                      .map(LearnerStanding::awardId)
                      .orElseThrow());
    }

    void switched(boolean on) {
      database.transaction(
          em -> {
            SwitchAttachment switching = new RuleDesk(em).switching;
            if (on) {
              switching.on(attachment, course.course, lecturer);
            } else {
              switching.off(attachment, course.course, lecturer);
            }
          });
    }

    boolean next() {
      return database.compute(em -> new RuleDesk(em).places.next(badge));
    }

    @Nullable Void giveAll() {
      boolean more = true;
      while (more) {
        more = next();
      }
      return null;
    }

    List<String> waiting() {
      return names(Group.WAITS);
    }

    List<String> names(Group group) {
      return database.compute(
          em ->
              new RuleDesk(em)
                  .dryRun.of(attachment).page(group, null, 100).learners().stream()
                      .map(LearnerStanding::name)
                      .toList());
    }

    long live() {
      return database.count(
          "select count(*) from direct_award where state in ('OFFERED', 'PROPOSED')");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aFreedPlaceGoesToWhoeverMetTheRuleFirst(TestDatabase kind) {
    try (var database = kind.open()) {
      var lesson = new Lesson(database, 1, AwardRule.Mode.AUTOMATIC);
      UUID ada = lesson.done("Ada", 3);
      lesson.done("Cy", 2);
      UUID bo = lesson.done("Bo", 1);
      assertThat(lesson.names(Group.HAS)).containsExactly("Ada");
      assertThat(lesson.waiting()).containsExactly("Bo", "Cy");
      assertThat(lesson.next()).isFalse();

      assertThat(lesson.withdrawn(ada)).containsExactly("give-places " + lesson.badge);
      assertThat(lesson.next()).isTrue();
      assertThat(lesson.next()).isFalse();
      assertThat(lesson.names(Group.HAS)).containsExactly("Bo");
      AwardDesk.assertAudited(database, "award.place-given");

      assertThat(lesson.declined(bo)).containsExactly("give-places " + lesson.badge);
      lesson.giveAll();
      assertThat(lesson.names(Group.HAS)).containsExactly("Cy");
      assertThat(lesson.waiting()).isEmpty();
      assertThat(lesson.live()).isOne();
      assertThat(database.count("select count(*) from place_wait")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void nobodyOvertakesThoseWhoWait(TestDatabase kind) {
    try (var database = kind.open()) {
      var lesson = new Lesson(database, 1, AwardRule.Mode.AUTOMATIC);
      UUID ada = lesson.done("Ada", 0);
      lesson.done("Bo", 1);
      lesson.withdrawn(ada);
      lesson.done("Cy", 2);
      assertThat(lesson.live()).isZero();
      assertThat(lesson.waiting()).containsExactly("Bo", "Cy");
      UUID dee = lesson.seen("Dee", 3);
      List<String> owed =
          database.compute(
              em -> {
                RuleDesk desk = new RuleDesk(em);
                desk.evidence(lesson.page, ada);
                desk.evidence(lesson.page, dee);
                return List.copyOf(desk.jobs.owed);
              });
      assertThat(owed).containsExactly("give-places " + lesson.badge);
      lesson.giveAll();
      assertThat(lesson.names(Group.HAS)).containsExactly("Bo");
      assertThat(lesson.names(Group.ENDED)).containsExactly("Ada");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whoMeetsTheRuleNoMoreLosesTheTurnAndWhoIsAwayKeepsIt(TestDatabase kind) {
    try (var database = kind.open()) {
      var lesson = new Lesson(database, 1, AwardRule.Mode.AUTOMATIC);
      UUID ada = lesson.done("Ada", 0);
      UUID bo = lesson.done("Bo", 1);
      UUID cy = lesson.done("Cy", 2);
      lesson.done("Dee", 3);
      database.execute("update evidence set undone = true where lms_user_id = ?", bo);
      database.execute("update membership set active = false where lms_user_id = ?", cy);
      lesson.withdrawn(ada);
      lesson.giveAll();
      assertThat(lesson.names(Group.HAS)).containsExactly("Dee");

      database.execute("update membership set active = true where lms_user_id = ?", cy);
      assertThat(lesson.waiting()).containsExactly("Cy");
      lesson.places(5);
      lesson.switched(false);
      assertThat(lesson.waiting()).isEmpty();
      lesson.giveAll();
      assertThat(lesson.names(Group.HAS)).containsExactly("Dee");
      lesson.switched(true);
      database.transaction(
          em -> {
            RuleDesk desk = new RuleDesk(em);
            new LookForPlaces(desk.line, new GivePlacesJob(desk.places)).run();
          });
      assertThat(lesson.names(Group.HAS)).containsExactly("Cy", "Dee");
      assertThat(database.count("select count(*) from place_wait")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void anApprovedRuleProposesTheNext(TestDatabase kind) {
    try (var database = kind.open()) {
      var lesson = new Lesson(database, 1, AwardRule.Mode.APPROVE);
      lesson.done("Ada", 0);
      lesson.done("Bo", 1);
      assertThat(lesson.names(Group.PROPOSED)).containsExactly("Ada");
      lesson.places(2);
      lesson.giveAll();
      assertThat(lesson.names(Group.PROPOSED)).containsExactly("Ada", "Bo");
      assertThat(database.count("select count(*) from direct_award where state = 'PROPOSED'"))
          .isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void manyAtOnceGiveTwoFreedPlacesToTheFirstTwo(TestDatabase kind) throws Exception {
    try (var database = kind.open()) {
      var lesson = new Lesson(database, 3, AwardRule.Mode.AUTOMATIC);
      List<UUID> all = new ArrayList<>();
      for (int i = 0; i < 9; i++) {
        all.add(lesson.done("L" + i, i));
      }
      assertThat(lesson.waiting()).containsExactly("L3", "L4", "L5", "L6", "L7", "L8");
      List<Callable<@Nullable Void>> acts = new ArrayList<>();
      for (UUID freed : all.subList(0, 2)) {
        acts.add(
            () -> {
              lesson.withdrawn(freed);
              return lesson.giveAll();
            });
      }
      acts.addAll(Collections.nCopies(6, lesson::giveAll));
      ExecutorService threads = Executors.newFixedThreadPool(8);
      try {
        for (Future<@Nullable Void> each : threads.invokeAll(acts)) {
          each.get();
        }
      } finally {
        threads.shutdownNow();
      }
      assertThat(lesson.names(Group.HAS)).containsExactly("L2", "L3", "L4");
      assertThat(lesson.waiting()).containsExactly("L5", "L6", "L7", "L8");
      assertThat(lesson.live()).isEqualTo(3);
      assertThat(database.count("select count(*) from direct_award")).isEqualTo(5);
      assertThat(
              database.count("select count(*) from audit_entry where action = 'award.place-given'"))
          .isEqualTo(2);
    }
  }
}
