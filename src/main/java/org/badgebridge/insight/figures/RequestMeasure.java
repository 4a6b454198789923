package org.badgebridge.insight.figures;

import java.util.Locale;
import org.badgebridge.award.request.RequestState;
import org.jspecify.annotations.Nullable;

/**
 * What became of learners' requests: name and definition of each number, wherever it stands, as
 * {@link Measure} has them for awards.
 */
public enum RequestMeasure implements Defined {
  ASKED(null),
  WAITING(RequestState.OPEN),
  RETURNED(RequestState.RETURNED),
  APPROVED(RequestState.APPROVED),
  DENIED(RequestState.DENIED),
  WITHDRAWN(RequestState.WITHDRAWN),
  SETTLED(RequestState.SETTLED);

  private final @Nullable RequestState state;

  RequestMeasure(@Nullable RequestState state) {
    this.state = state;
  }

  /** Which requests count; all for null. */
  @Nullable RequestState state() {
    return state;
  }

  @Override
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String key() {
    return "insight.request." + slug();
  }
}
