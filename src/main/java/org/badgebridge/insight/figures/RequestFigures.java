package org.badgebridge.insight.figures;

import java.util.Map;

/**
 * What became of the requests of a filter.
 *
 * @param counts all measures
 * @param learners who asked
 * @param hidden too few, or needed to keep others hidden
 */
public record RequestFigures(Map<RequestMeasure, Long> counts, long learners, boolean hidden) {

  static RequestFigures of(Map<RequestMeasure, Long> counts, long learners) {
    return new RequestFigures(counts, learners, learners > 0 && learners < Rate.FEWEST);
  }

  RequestFigures hide() {
    return new RequestFigures(counts, learners, true);
  }

  public long of(RequestMeasure measure) {
    return counts.getOrDefault(measure, 0L);
  }

  /** Whether nobody asked for anything. */
  public boolean none() {
    return learners == 0;
  }
}
