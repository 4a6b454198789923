package org.badgebridge.verification.proof;

import java.time.Instant;
import org.badgebridge.credential.Contexts;
import org.badgebridge.verification.reading.CredentialJson;
import org.badgebridge.verification.reading.Found;
import org.badgebridge.verification.reading.Members;
import org.badgebridge.verification.reading.SafeJson;
import org.badgebridge.verification.reading.Unreadable;
import org.badgebridge.verification.source.Visit;
import org.badgebridge.verification.verdict.Findings;
import org.badgebridge.verification.verdict.Probe;

/** Verifies who signed a credential and that nobody changed it, whatever form the proof has. */
public final class Proofs {

  private static final String CREDENTIALS_1 = "https://www.w3.org/2018/credentials/v1";

  private final EmbeddedProof embedded;
  private final TokenProof tokens;

  public Proofs(Contexts contexts) {
    this.embedded = new EmbeddedProof(contexts);
    this.tokens = new TokenProof(contexts);
  }

  /**
   * The credential in a text.
   *
   * @throws org.badgebridge.verification.reading.Unreadable if it is neither JSON nor a token
   */
  public CredentialJson credential(Found found) {
    return found.isToken()
        ? TokenProof.credential(Token.read(found.text()))
        : new CredentialJson(SafeJson.object(found.text()));
  }

  /** Judges it: format, terms, signature, key and, of a token, its claims. */
  public void check(
      Found found, CredentialJson credential, Visit visit, Instant now, Findings findings) {
    if (credential.document().containsKey("vc")
        || Members.texts(credential.document(), "@context").contains(CREDENTIALS_1)) {
      findings.unknown(Probe.FORMAT, "format.unsupported", "Verifiable Credentials 1.1");
    } else if (found.isToken()) {
      tokens.check(Token.read(found.text()), visit, now, findings);
    } else {
      embedded.check(credential, visit, now, findings);
    }
  }

  /** The host that controls an issuer's id; empty if nobody's does, as with did:key. */
  public static String domain(String issuer) {
    try {
      return KeyOwner.domain(issuer);
    } catch (Unreadable e) {
      return "";
    }
  }
}
