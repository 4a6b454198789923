package org.badgebridge.coursepage;

import org.badgebridge.award.request.AskForm;
import org.badgebridge.award.request.Asked;
import org.badgebridge.award.request.RequestRow;
import org.jspecify.annotations.Nullable;

/**
 * What a learner asked for in the course page, and what they can do about it.
 *
 * @param last what they asked last for this badge, whatever became of it; null if nothing
 * @param mayAsk whether they can ask now
 * @param asked what the badge class asks of those who ask
 */
public record AskView(@Nullable RequestRow last, boolean mayAsk, Asked asked, AskForm form) {

  /** Whether there is anything to show. */
  public boolean shown() {
    return mayAsk || (last != null && last.state().live());
  }
}
