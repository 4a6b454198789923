package org.badgebridge.coursepage;

import java.time.Instant;
import java.util.List;
import org.badgebridge.award.BadgePlaces;
import org.badgebridge.award.request.RequestList;
import org.badgebridge.passback.PollNow;
import org.badgebridge.rule.Attachment;
import org.badgebridge.rule.AwardRule;
import org.badgebridge.rule.GradebookScores;
import org.badgebridge.rule.RosterEvaluation;
import org.badgebridge.rule.Standing;
import org.badgebridge.rule.WhyCard;
import org.jspecify.annotations.Nullable;

/**
 * The lecturer's page: the attachment, what is still to be set up, and where everybody stands.
 *
 * @param rule its present version
 * @param asks what the rule asks, in words
 * @param trustsRestriction whether the rule leans on the course's own restriction
 * @param column whether this activity has a grade column that can be written
 * @param untaken what the gradebook did not take of what it should show
 * @param ownGrade whether the rule reads this activity's own column
 * @param otherColumns columns we made for grades from elsewhere, which the rule reads
 * @param standing the lists of learners
 * @param rosterShared whether the platform tells who is in the course
 * @param rosterAt when the members were last read
 * @param evaluation how far the giving to those who met the rule before is; null if never
 * @param look the last look that was asked for; null if none was
 * @param requests what learners of the course ask for
 * @param doubts how many awards have evidence that changed, for the lecturer to decide
 * @param places how many people can have it; null for any number
 * @param held whether a source holds back because everybody could open the activity
 */
public record LecturerView(
    BadgeFacts badge,
    Attachment attachment,
    AwardRule rule,
    List<WhyCard.Condition> asks,
    boolean trustsRestriction,
    boolean column,
    List<GradebookScores.Untaken> untaken,
    boolean ownGrade,
    List<String> otherColumns,
    Standing standing,
    boolean rosterShared,
    @Nullable Instant rosterAt,
    RosterEvaluation.@Nullable Progress evaluation,
    PollNow.@Nullable Progress look,
    RequestList.Counts requests,
    BadgePlaces.@Nullable Taken places,
    boolean held,
    long doubts) {

  /** How the badge is given, as the end of a message key; empty if by itself. */
  public String manner() {
    return switch (rule.mode()) {
      case AUTOMATIC -> "";
      case APPROVE -> "-approve";
      case REQUEST -> "-request";
    };
  }

  /** What a list of learners is called, as the last part of a message key. */
  public String label(Standing.Group group) {
    return group == Standing.Group.WOULD_GET && rule.mode() == AwardRule.Mode.REQUEST
        ? "MAY_ASK"
        : group.name();
  }

  /** Whether learners ask here, or have asked. */
  public boolean takesRequests() {
    return rule.mode() == AwardRule.Mode.REQUEST || requests.any();
  }

  /** Whether a list is open from the start: what needs a decision, and what comes next. */
  public boolean opens(Standing.Group group) {
    boolean next =
        group == Standing.Group.PROPOSED
            || (group == Standing.Group.WOULD_GET && attachment.state() != Attachment.State.ON);
    return next && standing.count(group) > 0;
  }

  /** Whether something is running that the page should follow. */
  public boolean working() {
    return (evaluation != null && evaluation.finishedAt() == null)
        || (look != null && look.running());
  }

  /** Whether the lecturer has to confirm the restriction before anything can be given. */
  public boolean confirmationMissing() {
    return trustsRestriction && !attachment.restrictionConfirmed();
  }
}
