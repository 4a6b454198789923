package org.badgebridge.award.request;

import java.util.Locale;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Where a request stands. */
public enum RequestState {
  /** Waits for staff. */
  OPEN,
  /** Waits for the learner, who is to say more or something else. */
  RETURNED,
  /** The learner does not ask any more. */
  WITHDRAWN,
  /** Staff said yes; the badge was offered. */
  APPROVED,
  /** Staff said no. */
  DENIED,
  /** The badge came in another way. */
  SETTLED;

  /** The state of that name; null for none. */
  public static @Nullable RequestState named(@Nullable String name) {
    for (RequestState each : values()) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    return null;
  }

  /** Whether something can still come of it; one per badge class and learner. */
  public boolean live() {
    return this == OPEN || this == RETURNED;
  }

  /** Its message key, for whoever decides. */
  public String key() {
    return "award.request.state." + slug();
  }

  /** Its message key, for whoever asked. */
  public String learnerKey() {
    return "award.request.yours." + slug();
  }

  /** The tone of its pill. */
  public String tone() {
    return switch (this) {
      case OPEN -> "info";
      case RETURNED -> "warn";
      case APPROVED, SETTLED -> "good";
      case DENIED -> "bad";
      case WITHDRAWN -> "";
    };
  }

  private String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Why a request in this state cannot do what was asked. */
  ProblemException refusal() {
    return new ProblemException(ProblemType.CONFLICT, "award.request.conflict-" + slug());
  }
}
