package org.badgebridge.coursepage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.badgebridge.award.TeamPart;
import org.badgebridge.institution.Terms;
import org.badgebridge.rule.WhyCard;
import org.jspecify.annotations.Nullable;

/**
 * The learner's page: the badge, what is met, what is missing, and the one button.
 *
 * @param learner the name to show
 * @param watching whether the viewer can only look: neither learner nor lecturer
 * @param notice key of what a test view, or a lecturer who looks as a learner, must know; or null
 * @param awardId null while nothing was given
 * @param since when it was claimed
 * @param anew from when on what they do earns it anew; null if it is given once
 * @param credentialId null until claimed
 * @param publicUrl the public page; null while private
 * @param earned whether it was claimed just now
 * @param ask what they asked, and whether they can
 * @param part what they did in a team, which the badge states if they agree; or null
 * @param terms what to agree to with the claim; null if nothing is asked
 */
public record LearnerView(
    String learner,
    boolean watching,
    @Nullable String notice,
    BadgeFacts badge,
    LearnerState standing,
    List<WhyCard.Condition> conditions,
    @Nullable UUID awardId,
    @Nullable Instant since,
    @Nullable Instant anew,
    @Nullable UUID credentialId,
    @Nullable String publicUrl,
    boolean earned,
    AskView ask,
    @Nullable TeamPart part,
    @Nullable Terms terms) {

  /** The notice for a lecturer who looks as a learner. */
  static final String LECTURER = "coursepage.view.lecturer";

  /** Whether there is a badge to come or to claim; for a lecturer who looks there is none. */
  public boolean promises() {
    return switch (standing) {
      case OFFERED, MAY_ASK, ASKED, RETURNED, WAITS -> true;
      case NOT_YET -> !LECTURER.equals(notice);
      default -> false;
    };
  }
}
