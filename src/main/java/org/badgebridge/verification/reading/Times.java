package org.badgebridge.verification.reading;

import jakarta.json.JsonObject;
import java.time.Instant;
import org.badgebridge.verification.verdict.Findings;
import org.badgebridge.verification.verdict.Probe;

/** Whether a badge holds at a moment, by its own dates. */
public final class Times {

  private Times() {}

  /**
   * Judges it.
   *
   * @param from the name of the member that says when it begins
   * @param until that of the one that says when it ends, which may be missing
   */
  public static void check(
      JsonObject badge, String from, String until, Instant now, Findings findings) {
    Instant begin = Members.moment(badge, from);
    if (begin == null) {
      findings.unknown(Probe.START, "time.unknown");
    } else if (begin.isAfter(now)) {
      findings.failed(Probe.START, "time.not-yet", begin);
    } else {
      findings.passed(Probe.START, "time.begun");
    }
    Instant end = Members.moment(badge, until);
    if (!badge.containsKey(until)) {
      findings.passed(Probe.END, "time.no-end");
    } else if (end == null) {
      findings.unknown(Probe.END, "time.unknown");
    } else if (end.isAfter(now)) {
      findings.passed(Probe.END, "time.not-over", end);
    } else {
      findings.failed(Probe.END, "time.over", end);
    }
  }
}
