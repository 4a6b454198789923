package org.badgebridge.verification.verdict;

import java.util.Map;
import java.util.Set;

/** The one word about a badge: the first of these that is true. */
public enum State {
  /** There is no badge in what was brought. */
  UNREADABLE(Tone.BAD),
  /** Something about it is false: altered, signed by another, not as it must be. */
  INVALID(Tone.BAD),
  REVOKED(Tone.BAD),
  SUSPENDED(Tone.BAD),
  EXPIRED(Tone.WARN),
  NOT_YET_VALID(Tone.WARN),
  /** A badge of a kind that we cannot verify; others may. */
  UNSUPPORTED(Tone.WARN),
  /** Something could not be checked, so nobody knows. */
  UNKNOWN(Tone.WARN),
  /** It holds, but was awarded to somebody else than the reader named. */
  RECIPIENT_OTHER(Tone.BAD),
  /** It holds, but whose it is could not be checked. */
  RECIPIENT_UNKNOWN(Tone.WARN),
  VALID(Tone.GOOD);

  /** How it looks. Only one state looks good. */
  public enum Tone {
    GOOD("good"),
    WARN("warn"),
    BAD("bad");

    private final String style;

    Tone(String style) {
      this.style = style;
    }

    /** Its class in the style sheets. */
    public String style() {
      return style;
    }
  }

  private static final Map<Probe, State> OF_FAILURES =
      Map.of(
          Probe.FILE,
          UNREADABLE,
          Probe.REVOCATION,
          REVOKED,
          Probe.SUSPENSION,
          SUSPENDED,
          Probe.END,
          EXPIRED,
          Probe.START,
          NOT_YET_VALID,
          Probe.RECIPIENT,
          RECIPIENT_OTHER);

  private static final Map<Probe, State> OF_DOUBTS =
      Map.of(Probe.FORMAT, UNSUPPORTED, Probe.RECIPIENT, RECIPIENT_UNKNOWN);

  private static final Set<Probe> ESSENTIAL =
      Set.of(
          Probe.FILE,
          Probe.FORMAT,
          Probe.FORM,
          Probe.SIGNATURE,
          Probe.KEY,
          Probe.START,
          Probe.END,
          Probe.REVOCATION);

  private static final Set<Probe> ESSENTIAL_HOSTED =
      Set.of(
          Probe.FILE,
          Probe.FORMAT,
          Probe.FORM,
          Probe.HOSTED,
          Probe.SCOPE,
          Probe.START,
          Probe.END,
          Probe.REVOCATION);

  private final Tone tone;

  State(Tone tone) {
    this.tone = tone;
  }

  /**
   * What follows from all checks. Nothing is valid by omission: the essential checks must be there.
   *
   * @param badge whether a badge was found at all
   */
  static State of(Findings findings, boolean badge) {
    State worst = VALID;
    for (Check check : findings.checks()) {
      State state = of(check, badge);
      worst = state.compareTo(worst) < 0 ? state : worst;
    }
    boolean all =
        ESSENTIAL.stream().allMatch(findings::made)
            || ESSENTIAL_HOSTED.stream().allMatch(findings::made);
    return all || worst.compareTo(UNKNOWN) < 0 ? worst : UNKNOWN;
  }

  private static State of(Check check, boolean badge) {
    if (check.probe().isBeside()) {
      return VALID;
    }
    if (check.outcome() == Outcome.FAILED) {
      State state = OF_FAILURES.getOrDefault(check.probe(), INVALID);
      return state == UNREADABLE && badge ? INVALID : state;
    }
    return check.outcome() == Outcome.UNKNOWN
        ? OF_DOUBTS.getOrDefault(check.probe(), UNKNOWN)
        : VALID;
  }

  public Tone tone() {
    return tone;
  }
}
