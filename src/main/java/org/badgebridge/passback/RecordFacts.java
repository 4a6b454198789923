package org.badgebridge.passback;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Records what one look found, in short transactions. When one of them fails, its facts are tried
 * one by one, so that a fact which breaks a rule's evaluation keeps back nobody else's.
 */
@ApplicationScoped
public class RecordFacts {

  private static final System.Logger LOG = System.getLogger(RecordFacts.class.getName());
  private static final int BATCH = 50;

  private final RecordPassback recordPassback;

  @Inject
  public RecordFacts(RecordPassback recordPassback) {
    this.recordPassback = recordPassback;
  }

  /**
   * Records facts. Called outside any transaction.
   *
   * @return how many were new to the inbox
   */
  public int all(List<Fact> facts) {
    int fresh = 0;
    for (int from = 0; from < facts.size(); from += BATCH) {
      List<Fact> part = facts.subList(from, Math.min(from + BATCH, facts.size()));
      try {
        fresh += recordPassback.recordAll(part);
      } catch (RuntimeException e) {
        LOG.log(ERROR, "facts are tried one by one", e);
        fresh += oneByOne(part);
      }
    }
    return fresh;
  }

  private int oneByOne(List<Fact> facts) {
    int fresh = 0;
    for (Fact fact : facts) {
      try {
        fresh += recordPassback.record(fact) ? 1 : 0;
      } catch (RuntimeException e) {
        LOG.log(ERROR, "fact of activity=" + fact.activityId() + " is left for the next look", e);
      }
    }
    return fresh;
  }
}
