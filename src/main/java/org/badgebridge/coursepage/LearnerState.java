package org.badgebridge.coursepage;

import java.util.Locale;
import org.badgebridge.award.AwardState;
import org.badgebridge.award.DirectAward;
import org.jspecify.annotations.Nullable;

/** Where a learner stands with a badge, as the learner's page tells it. */
public enum LearnerState {
  /** Nothing was given and the lecturer has not switched the badge on. */
  OFF("info"),
  /** The rule is not met yet. */
  NOT_YET("info"),
  /** The rule is met; the lecturer decides. */
  WAITING("info"),
  OFFERED("good"),
  CLAIMED("good"),
  DECLINED("warn"),
  ENDED("warn"),
  EXPIRED("warn"),
  REJECTED("warn"),
  REVOKED("bad");

  private final String tone;

  LearnerState(String tone) {
    this.tone = tone;
  }

  /** The tone of the notice: info, good, warn or bad. */
  public String tone() {
    return tone;
  }

  /** The message key of this standing. */
  public String key() {
    return "coursepage.learner." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static LearnerState of(@Nullable DirectAward award, boolean on) {
    if (award == null) {
      return on ? NOT_YET : OFF;
    }
    return of(award.state());
  }

  private static LearnerState of(AwardState state) {
    return switch (state) {
      case PROPOSED, SCHEDULED -> WAITING;
      case OFFERED -> OFFERED;
      case CLAIMED -> CLAIMED;
      case DECLINED -> DECLINED;
      case EXPIRED -> EXPIRED;
      case WITHDRAWN -> ENDED;
      case REJECTED -> REJECTED;
      case REVOKED -> REVOKED;
    };
  }
}
