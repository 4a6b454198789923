package org.badgebridge.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.CollationKey;
import java.text.Collator;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.award.AwardState;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.LmsUserSearch;
import org.badgebridge.passback.EvidenceItem;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Shows a lecturer who has a badge, who would get it now, and who not yet and why. Changes nothing.
 * Two queries whatever the size of the course.
 */
@ApplicationScoped
public class DryRun {

  private static final Comparator<Keyed> BY_TURN_AND_NAME =
      Comparator.comparing(Keyed::turn)
          .thenComparing(Keyed::name)
          .thenComparing(keyed -> keyed.standing().lmsUserId());

  private final Attachments attachments;
  private final RuleEvidence evidence;
  private final Sql sql;

  @Inject
  DryRun(Attachments attachments, RuleEvidence evidence, Sql sql) {
    this.attachments = attachments;
    this.evidence = evidence;
    this.sql = sql;
  }

  /**
   * The standing by the present rule.
   *
   * @param attachmentId of the lecturer's own course, checked with {@link Attachments#inCourse}
   */
  public Standing of(UUID attachmentId) {
    return of(attachmentId, attachments.rule(attachmentId).tree());
  }

  /** The standing by a rule that the lecturer thinks about. */
  public Standing of(UUID attachmentId, RuleTree tree) {
    Attachment attachment =
        attachments
            .find(attachmentId)
            .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "rule.not-found"));
    Map<UUID, List<EvidenceItem>> known =
        evidence.ofCourse(attachment.courseId(), tree).stream()
            .collect(Collectors.groupingBy(EvidenceItem::lmsUserId));
    Collator collator = Collator.getInstance(Locale.ROOT);
    return new Standing(
        learners(attachment).stream()
            .map(learner -> learner.judged(tree, known))
            .map(each -> new Keyed(collator.getCollationKey(each.name()), each))
            .sorted(BY_TURN_AND_NAME)
            .map(Keyed::standing)
            .collect(Collectors.groupingBy(LearnerStanding::group)));
  }

  /** Comparing names costs ten times as much as comparing keys made once of each. */
  private record Keyed(CollationKey name, LearnerStanding standing) {

    /** Who waits for a place does so in a line; the others have no turn. */
    Instant turn() {
      Instant since = standing.waitsSince();
      return since == null || standing.group() != Standing.Group.WAITS ? Instant.EPOCH : since;
    }
  }

  private List<Learner> learners(Attachment attachment) {
    return sql.list(
        "select u.id, u.name, u.given_name, u.family_name, w.id as award_id, w.state,"
            + " p.met_at,"
            + " case when w.course_id = m.course_id then true else false end as here"
            + " from membership m join lms_user u on u.id = m.lms_user_id"
            + " left join direct_award w on w.badge_class_id = ? and w.lms_user_id = u.id"
            + " and w.edition = (select max(x.edition) from direct_award x"
            + " where x.badge_class_id = w.badge_class_id and x.lms_user_id = w.lms_user_id)"
            + " left join place_wait p on p.attachment_id = ? and p.lms_user_id = u.id"
            + " and exists (select 1 from attachment a where a.id = p.attachment_id"
            + " and a.state = 'ON')"
            + " where m.course_id = ? and m.role = 'LEARNER' and m.active = true"
            + " and m.ever_lecturer = false and u.test_user = false",
        Learner::read,
        attachment.badgeClassId(),
        attachment.id(),
        attachment.courseId());
  }

  private record Learner(
      UUID id,
      String name,
      @Nullable Instant waitsSince,
      @Nullable UUID awardId,
      @Nullable AwardState awardState,
      boolean here) {

    static Learner read(Row row) {
      UUID id = row.uuid("id");
      String state = row.optionalText("state");
      return new Learner(
          id,
          LmsUserSearch.displayName(row, "id"),
          row.optionalInstant("met_at"),
          row.optionalUuid("award_id"),
          state == null ? null : AwardState.valueOf(state),
          row.flag("here"));
    }

    LearnerStanding judged(RuleTree tree, Map<UUID, List<EvidenceItem>> known) {
      return new LearnerStanding(
          id,
          name,
          tree.judge(known.getOrDefault(id, List.of())),
          waitsSince,
          awardId,
          awardState,
          here);
    }
  }
}
