package org.badgebridge.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.rule.Attachment.WriteBack;
import org.badgebridge.rule.RuleTree.Completed;
import org.badgebridge.rule.RuleTree.ScoreAtLeast;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangeRuleDatabaseTest {

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void refusesToReadTheColumnThatItWrites(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID own = course.activity("RESOURCE_LINK", "Badge");
      UUID attachment = placed(database, course, own);
      change(database, course, attachment, new ScoreAtLeast(own, 60));
      change(database, course, attachment, new Completed(own));
      database.transaction(
          em ->
              new RuleDesk(em)
                  .switching.writeBack(
                      attachment, course.course, WriteBack.CLAIMED, lecturer(course)));

      assertThatThrownBy(() -> change(database, course, attachment, new ScoreAtLeast(own, 60)))
          .isInstanceOf(ProblemException.class)
          .hasMessage("conflict: rule.own-column-written");
      assertThat(database.count("select max(number) from award_rule")).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void refusesToTrustAnUnconfirmedRestrictionWhileItIsOn(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID own = course.activity("RESOURCE_LINK", "Badge");
      UUID attachment = placed(database, course, own);
      change(database, course, attachment, new ScoreAtLeast(own, 60));
      database.transaction(
          em -> new RuleDesk(em).switching.on(attachment, course.course, lecturer(course)));

      assertThatThrownBy(() -> change(database, course, attachment, new Completed(own)))
          .isInstanceOf(ProblemException.class)
          .hasMessage("conflict: rule.switch-off-first");
      database.transaction(
          em -> new RuleDesk(em).switching.off(attachment, course.course, lecturer(course)));
      change(database, course, attachment, new Completed(own));

      assertThat(database.count("select max(number) from award_rule")).isEqualTo(3);
    }
  }

  private static UUID placed(OpenDatabase database, SampleCourse course, UUID own) {
    UUID badge = course.badgeClass();
    UUID attachment =
        database.compute(
            em ->
                new RuleDesk(em)
                    .attach
                    .attach(
                        course.course,
                        badge,
                        new Completed(own),
                        AwardRule.Mode.AUTOMATIC,
                        lecturer(course))
                    .id());
    database.execute(
        "insert into resource_link (id, course_id, link_id, title, lineitem_url, attachment_id,"
            + " created_at, version) select ?, course_id, reference, title, 'https://lms.example/7', ?,"
            + " created_at, 1 from activity where id = ?",
        UUID.randomUUID(),
        attachment,
        own);
    return attachment;
  }

  private static void change(
      OpenDatabase database, SampleCourse course, UUID attachment, RuleTree tree) {
    database.transaction(
        em ->
            new RuleDesk(em)
                .change.change(
                    attachment,
                    course.course,
                    tree,
                    AwardRule.Manner.of(AwardRule.Mode.AUTOMATIC),
                    lecturer(course)));
  }

  private static Actor lecturer(SampleCourse course) {
    return RuleDesk.lecturer(course.lecturer);
  }
}
