package org.badgebridge.verification.proof;

import com.apicatalog.multibase.Multibase;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.badgebridge.credential.Canonical;
import org.badgebridge.credential.Contexts;
import org.badgebridge.credential.DataIntegrityProof;
import org.badgebridge.keys.Ed25519;
import org.badgebridge.verification.reading.CredentialJson;
import org.badgebridge.verification.reading.Members;
import org.badgebridge.verification.source.Visit;
import org.badgebridge.verification.verdict.Findings;
import org.badgebridge.verification.verdict.Probe;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the proof inside a document: {@code DataIntegrityProof} of the suite {@code
 * eddsa-rdfc-2022} (W3C Data Integrity EdDSA Cryptosuites 1.0 §3.2.2).
 */
final class EmbeddedProof {

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final int MOST = 3;

  /** Characters of a signature of 64 bytes in base58, at most. */
  private static final int LONGEST = 100;

  private final DataIntegrityProof hashing;
  private final Terms terms;

  EmbeddedProof(Contexts contexts) {
    this.hashing = new DataIntegrityProof(new Canonical(contexts));
    this.terms = new Terms(contexts);
  }

  void check(CredentialJson signed, Visit visit, Instant now, Findings findings) {
    List<JsonObject> proofs = Members.objects(signed.document(), "proof");
    if (proofs.isEmpty()) {
      findings.failed(Probe.SIGNATURE, "signature.none");
      return;
    }
    List<JsonObject> ours = proofs.stream().filter(EmbeddedProof::known).limit(MOST).toList();
    if (ours.isEmpty()) {
      findings.unknown(Probe.FORMAT, "format.unsupported", name(proofs.get(0)));
      return;
    }
    findings.passed(Probe.FORMAT, "format.data-integrity");
    for (JsonObject proof : ours) {
      judge(signed, proof, visit, now, findings);
    }
    if (ours.size() < proofs.size()) {
      findings.warns(Probe.FORMAT, "format.more-proofs");
    }
  }

  private static boolean known(JsonObject proof) {
    return Members.isA(proof, DataIntegrityProof.TYPE)
        && Members.text(proof, "cryptosuite").equals(DataIntegrityProof.SUITE)
        && !proof.containsKey("previousProof");
  }

  private static String name(JsonObject proof) {
    return String.join(" ", Members.texts(proof, "type"))
        + " "
        + Members.text(proof, "cryptosuite");
  }

  private void judge(
      CredentialJson signed, JsonObject proof, Visit visit, Instant now, Findings findings) {
    if (!Members.text(proof, "proofPurpose").equals("assertionMethod")) {
      findings.failed(Probe.SIGNATURE, "signature.purpose", Members.text(proof, "proofPurpose"));
      return;
    }
    Instant expires = Members.moment(proof, "expires");
    if (proof.containsKey("expires") && (expires == null || expires.isBefore(now))) {
      findings.failed(Probe.SIGNATURE, "signature.expired");
    }
    byte[] hash = hash(signed, proof, findings);
    Method method = Controllers.find(Members.text(proof, "verificationMethod"), visit, findings);
    if (method == null) {
      findings.unknown(Probe.SIGNATURE, "signature.no-key");
      return;
    }
    KeyOwner.check(method, signed.issuerId(), findings);
    Optional<PublicKey> key = method.ed25519();
    if (key.isEmpty()) {
      findings.failed(Probe.SIGNATURE, "signature.key-kind");
    } else if (hash == null) {
      findings.unknown(Probe.SIGNATURE, "signature.terms");
    } else if (Ed25519.verifies(key.get(), hash, value(proof))) {
      findings.passed(Probe.SIGNATURE, "signature.passed");
    } else {
      findings.failed(Probe.SIGNATURE, "signature.failed");
    }
  }

  /** What must have been signed; null if that cannot be said. */
  private byte @Nullable [] hash(CredentialJson signed, JsonObject proof, Findings findings) {
    JsonObject document = signed.unsigned();
    JsonObject options =
        JSON.createObjectBuilder(proof).remove("proofValue").remove("@context").build();
    return terms.with(document, findings, () -> hashing.hash(document, options));
  }

  /** Multibase base58btc; what is none is no signature of anything. */
  private static byte[] value(JsonObject proof) {
    String value = Members.text(proof, "proofValue");
    if (!value.startsWith("z") || value.length() > LONGEST) {
      return new byte[0];
    }
    try {
      return Multibase.BASE_58_BTC.decode(value);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
