package org.badgebridge.verification.proof;

import org.badgebridge.verification.source.Visit;
import org.badgebridge.verification.verdict.Findings;
import org.badgebridge.verification.verdict.Probe;

/** Whose key signed, told in the words of the check. */
final class KeyOwner {

  private KeyOwner() {}

  /** Judges a key that was found by its name. */
  static void check(Method method, String issuer, Findings findings) {
    if (issuer.isEmpty() || !method.controller().equals(issuer)) {
      findings.failed(Probe.KEY, "key.other", method.controller(), issuer);
    } else if (!method.asserts()) {
      findings.failed(Probe.KEY, "key.not-for-claims", issuer);
    } else {
      known(issuer, findings);
    }
  }

  /** The key is the issuer's: who that is, only a domain can tell. */
  static void known(String issuer, Findings findings) {
    String domain = domain(issuer);
    if (domain.isEmpty()) {
      findings.warns(Probe.KEY, "key.nobody", issuer);
    } else {
      findings.passed(Probe.KEY, "key.passed", domain);
    }
  }

  /** Who controls an issuer's id: a host, or nobody. */
  static String domain(String issuer) {
    if (!issuer.startsWith(DidWeb.METHOD)) {
      return Visit.host(issuer);
    }
    return Visit.host(DidWeb.address(issuer));
  }
}
