package org.badgebridge.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The same badge for a wallet: under the same id and status entry, about the key that its owner
 * proved to hold instead of an opaque id. Signed anew with the issuer's present key; not kept.
 */
@ApplicationScoped
public class BindToHolder {

  private static final JsonProvider JSON = JsonProvider.provider();

  private final SignDocument documents;
  private final SignToken tokens;
  private final Clock clock;

  @Inject
  BindToHolder(SignDocument documents, SignToken tokens, Clock clock) {
    this.documents = documents;
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * As a signed document.
   *
   * @param did the holder's
   */
  @Transactional
  public String document(Credential credential, String did) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return documents.sign(credential.issuerId(), bound(credential, did), now).document();
  }

  /** As a compact token. */
  @Transactional
  public String token(Credential credential, String did) {
    return tokens.sign(credential.issuerId(), bound(credential, did));
  }

  private static JsonObject bound(Credential credential, String did) {
    try (JsonReader reader = JSON.createReader(new StringReader(credential.document()))) {
      JsonObject document = reader.readObject();
      JsonObject subject = document.getJsonObject("credentialSubject");
      return JSON.createObjectBuilder(document)
          .remove("proof")
          .add("credentialSubject", JSON.createObjectBuilder(subject).add("id", did))
          .build();
    }
  }
}
