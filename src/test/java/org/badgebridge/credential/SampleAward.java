package org.badgebridge.credential;

import java.util.UUID;
import org.badgebridge.award.AwardDetails;
import org.badgebridge.award.AwardDetailsColumn;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;

/** An award of a course's badge class on offer to a learner of its own. */
public final class SampleAward {

  public final UUID id = UUID.randomUUID();
  public final UUID learner;
  public final UUID person;

  public SampleAward(OpenDatabase database, SampleCourse course, UUID badgeClass) {
    learner = course.learner("Zoë Čapek");
    person =
        database.compute(
            em ->
                em.createQuery("select u.personId from LmsUser u where u.id = :id", UUID.class)
                    .setParameter("id", learner)
                    .getSingleResult());
    database.execute("update lms_user set email = ? where id = ?", "zoe@example.org", learner);
    database.execute(
        "insert into direct_award (id, institution_id, badge_class_id, lms_user_id, edition, state,"
            + " sandbox, origin, course_id, reason, rule_met_at, offered_at, created_at, version)"
            + " values (?, ?, ?, ?, 1, 'OFFERED', false, 'RULE', ?, ?, ?, ?, ?, 1)",
        id,
        course.institution,
        badgeClass,
        learner,
        course.course,
        "{\"rule\":1,\"evidence\":[{\"title\":\"Quiz “Proofs”\",\"kind\":\"SCORED\",\"score\":17,\"maximum\":20},"
            + "{\"kind\":\"COMPLETED\"}]}",
        SampleCourse.THEN,
        SampleCourse.THEN,
        SampleCourse.THEN);
  }

  /** Says all about it that can be said, with this grade. */
  public SampleAward says(OpenDatabase database, String grade) {
    AwardDetails details =
        new AwardDetails(
            "Proved *two* theorems.",
            "https://example.org/proofs?of=zo%C3%AB",
            "Proofs",
            "Both on one page.",
            grade);
    database.execute(
        "update direct_award set details = ? where id = ?",
        new AwardDetailsColumn().convertToDatabaseColumn(details),
        id);
    return this;
  }
}
