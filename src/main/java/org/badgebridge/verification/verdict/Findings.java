package org.badgebridge.verification.verdict;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers results. Of one probe the worst counts; among equals the first. Used by one thread. */
public final class Findings {

  private final Map<Probe, Check> checks = new EnumMap<>(Probe.class);

  public void passed(Probe probe, String key, Object... arguments) {
    add(probe, Outcome.PASSED, key, arguments);
  }

  public void warns(Probe probe, String key, Object... arguments) {
    add(probe, Outcome.WARNING, key, arguments);
  }

  public void unknown(Probe probe, String key, Object... arguments) {
    add(probe, Outcome.UNKNOWN, key, arguments);
  }

  public void failed(Probe probe, String key, Object... arguments) {
    add(probe, Outcome.FAILED, key, arguments);
  }

  /**
   * Adds a result.
   *
   * @param key without the room in front of it
   */
  public void add(Probe probe, Outcome outcome, String key, Object... arguments) {
    Check known = checks.get(probe);
    if (known == null || known.outcome().compareTo(outcome) < 0) {
      checks.put(probe, Check.of(probe, outcome, key, arguments));
    }
  }

  /** How a probe ended; null if it was not made. */
  public @Nullable Outcome outcome(Probe probe) {
    Check check = checks.get(probe);
    return check == null ? null : check.outcome();
  }

  /** Whether it was made. */
  boolean made(Probe probe) {
    return checks.containsKey(probe);
  }

  /** Whether it was made and nothing spoke against it. */
  public boolean holds(Probe probe) {
    Outcome outcome = outcome(probe);
    return outcome == Outcome.PASSED || outcome == Outcome.WARNING;
  }

  /** All, in the order of the probes. */
  public List<Check> checks() {
    return new ArrayList<>(checks.values());
  }
}
