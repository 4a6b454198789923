package org.badgebridge.verification.reading;

import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An Open Badges 3.0 credential that somebody else wrote, or so they say. */
public record CredentialJson(JsonObject document) {

  private static final JsonProvider JSON = JsonProvider.provider();

  /** Both names of the type (Open Badges 3.0 §B.1.1). */
  private static final String[] BADGE = {"OpenBadgeCredential", "AchievementCredential"};

  public String id() {
    return Members.text(document, "id");
  }

  public String issuerId() {
    return Members.id(document, "issuer");
  }

  public JsonObject issuer() {
    return Members.object(document, "issuer");
  }

  public JsonObject subject() {
    return Members.object(document, "credentialSubject");
  }

  public JsonObject achievement() {
    return Members.object(subject(), "achievement");
  }

  public List<JsonObject> statuses() {
    return Members.objects(document, "credentialStatus");
  }

  public boolean isBadge() {
    return Members.isA(document, BADGE);
  }

  /** A moment with its zone; null if it is none. */
  public @Nullable Instant moment(String name) {
    return Members.moment(document, name);
  }

  /** Without proofs: what they sign. */
  public JsonObject unsigned() {
    return JSON.createObjectBuilder(document).remove("proof").build();
  }
}
