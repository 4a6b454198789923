package org.badgebridge.award;

import org.badgebridge.badgeclass.content.BadgeContent;

/**
 * What an award takes from the moment it is made.
 *
 * @param sandbox whether it counts for nothing
 * @param badgeClassVersion the version of the badge class that it promises
 * @param edition how many awards of it this learner has had, with this one
 * @param lapseDays days in which it can be claimed once offered
 */
record AwardTerms(boolean sandbox, int badgeClassVersion, int edition, int lapseDays) {

  static int lapseDays(BadgeContent content, AwardSettings.Values settings) {
    Integer own = content.awarding().claimDays();
    return own == null ? settings.lapseDays() : own;
  }
}
