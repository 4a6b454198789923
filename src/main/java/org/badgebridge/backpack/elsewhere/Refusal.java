package org.badgebridge.backpack.elsewhere;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.badgebridge.credential.FormerOrigin;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.verification.InspectedBadge;
import org.badgebridge.verification.source.Visit;
import org.badgebridge.verification.verdict.Check;
import org.badgebridge.verification.verdict.Outcome;
import org.badgebridge.verification.verdict.Probe;
import org.badgebridge.verification.verdict.ShownBadge;
import org.badgebridge.verification.verdict.State;
import org.badgebridge.verification.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Why a badge is not taken into a backpack. The first of these that is true. */
public enum Refusal {
  UNREADABLE,
  /** It was issued here: it is claimed, not brought. */
  OURS,
  INVALID,
  UNSUPPORTED,
  /** Who issued it, or whether that was altered, could not be checked just now. */
  UNCHECKED,
  /** Revoked, and its issuer serves nothing of it any more that could be shown. */
  GONE,
  NOT_YOURS,
  /** It names a DID; nobody showed here with a wallet that it is theirs. */
  NOT_YOUR_KEY,
  /** The backpack holds as many as it can. */
  FULL;

  /** What may speak against a badge that its owner keeps nevertheless. */
  private static final Set<Probe> ENDINGS =
      Set.of(Probe.START, Probe.END, Probe.REVOCATION, Probe.SUSPENSION);

  private static final Set<Probe> FORM = Set.of(Probe.FILE, Probe.FORMAT, Probe.FORM);
  private static final Set<Probe> SIGNED = Set.of(Probe.SIGNATURE, Probe.KEY);
  private static final Set<Probe> SERVED = Set.of(Probe.HOSTED, Probe.SCOPE);

  /** Why this one is not; null if nothing speaks against keeping it. */
  static @Nullable Refusal of(
      InspectedBadge inspected, PublicOrigin origin, FormerOrigin formerOrigin) {
    Verdict verdict = inspected.verdict();
    if (verdict.state() == State.UNREADABLE) {
      return UNREADABLE;
    }
    if (isOurs(inspected, origin, formerOrigin)) {
      return OURS;
    }
    if (verdict.state() == State.UNSUPPORTED) {
      return UNSUPPORTED;
    }
    if (core(verdict).anyMatch(each -> each.outcome() == Outcome.FAILED)) {
      return INVALID;
    }
    if (verdict.badge() == null && verdict.state() == State.REVOKED) {
      return GONE;
    }
    if (verdict.badge() == null || !isGenuine(verdict)) {
      return UNCHECKED;
    }
    return verdict.checks().stream()
        .filter(each -> each.probe() == Probe.RECIPIENT && each.outcome() == Outcome.FAILED)
        .findFirst()
        .map(each -> each.key().endsWith("other-key") ? NOT_YOUR_KEY : NOT_YOURS)
        .orElse(null);
  }

  private static boolean isOurs(
      InspectedBadge inspected, PublicOrigin origin, FormerOrigin formerOrigin) {
    String host = Visit.host(origin.at("/"));
    return Visit.host(inspected.id()).equalsIgnoreCase(host)
        || domain(inspected).equalsIgnoreCase(host)
        || formerOrigin.found().filter(inspected.id()::startsWith).isPresent();
  }

  private static String domain(InspectedBadge inspected) {
    ShownBadge badge = inspected.verdict().badge();
    return badge == null ? "" : badge.domain();
  }

  /**
   * Whether it is what its issuer issued: signed with the issuer's key, or served by the issuer.
   */
  private static boolean isGenuine(Verdict verdict) {
    Set<Probe> held =
        core(verdict).filter(Refusal::holds).map(Check::probe).collect(Collectors.toSet());
    return core(verdict).allMatch(Refusal::holds)
        && held.containsAll(FORM)
        && (held.containsAll(SIGNED) || held.containsAll(SERVED));
  }

  private static boolean holds(Check check) {
    return check.outcome() == Outcome.PASSED || check.outcome() == Outcome.WARNING;
  }

  /** The checks of what the badge is; not of how long it holds, for whom, and what is beside it. */
  private static Stream<Check> core(Verdict verdict) {
    return verdict.checks().stream()
        .filter(each -> !ENDINGS.contains(each.probe()) && each.probe() != Probe.RECIPIENT)
        .filter(each -> !each.probe().isBeside());
  }
}
