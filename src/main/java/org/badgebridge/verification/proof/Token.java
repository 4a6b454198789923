package org.badgebridge.verification.proof;

import com.nimbusds.jose.util.Base64URL;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.badgebridge.verification.reading.SafeJson;
import org.badgebridge.verification.reading.Unreadable;

/** The parts of a compact token (RFC 7515 §7.1). */
@SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
record Token(JsonObject header, JsonObject payload, byte[] signed, Base64URL signature) {

  /**
   * Reads a token.
   *
   * @throws Unreadable if its parts are no JSON
   */
  static Token read(String compact) {
    String[] parts = compact.split("\\.", -1);
    return new Token(
        part(parts[0]),
        part(parts[1]),
        (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII),
        new Base64URL(parts[2]));
  }

  private static JsonObject part(String encoded) {
    return SafeJson.object(new Base64URL(encoded).decodeToString());
  }
}
