package org.badgebridge.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.badgebridge.keys.IssuerKey;
import org.badgebridge.keys.IssuerKeys;

/** Signs documents in the name of an issuer. Joins the caller's transaction. */
@ApplicationScoped
class SignDocument {

  private final IssuerKeys keys;
  private final Addresses addresses;
  private final DataIntegrityProof proof =
      new DataIntegrityProof(new Canonical(Contexts.bundled()));

  @Inject
  SignDocument(IssuerKeys keys, Addresses addresses) {
    this.keys = keys;
    this.addresses = addresses;
  }

  /** A finished document and the key that signed it. */
  record Signed(String document, UUID keyId) {}

  /**
   * Signs with the issuer's present key.
   *
   * @param created whole seconds
   */
  Signed sign(UUID issuerId, JsonObject document, Instant created) {
    IssuerKey key = keys.signing(issuerId);
    String method = addresses.did(issuerId) + "#" + key.multibase();
    return new Signed(proof.secure(document, method, created, key).toString(), key.id());
  }
}
