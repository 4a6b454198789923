package org.badgebridge.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A message of a platform with what a case changes about it. */
final class SpoiltToken {

  private static final ObjectMapper JSON = new ObjectMapper();

  private SpoiltToken() {}

  /**
   * The token.
   *
   * @param stranger whose key signs where a case wants a wrong one
   * @param claims of a right message
   */
  static String of(
      LaunchCase spoilt,
      PlatformOnPaper platform,
      PlatformOnPaper stranger,
      Map<String, Object> claims,
      Instant now) {
    JsonNode change = spoilt.change();
    if (change.has("onlyClaims")) {
      claims.keySet().retainAll(List.of("iss", "aud", "iat", "exp", "nonce", "sub"));
      alter(claims, change.get("onlyClaims"), stranger, now);
    }
    alter(claims, change.path("claims"), stranger, now);
    Map<String, Object> header = platform.header();
    alter(header, change.path("header"), stranger, now);
    String claimsText = replaced(PlatformOnPaper.json(claims), change.path("claimsText"));
    if (change.has("deep")) {
      int depth = change.get("deep").asInt();
      claimsText = "{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
    }
    return signed(
        spoilt.text("key", "own"),
        platform,
        stranger,
        replaced(PlatformOnPaper.json(header), change.path("headerText")),
        change.has("claimsAre") ? change.get("claimsAre").asText() : claimsText);
  }

  private static String signed(
      String way,
      PlatformOnPaper platform,
      PlatformOnPaper stranger,
      String header,
      String claims) {
    RSAKey key = platform.key();
    return switch (way) {
      case "stranger" -> PlatformOnPaper.sign(header, claims, stranger.key());
      case "public-key-as-secret" -> PlatformOnPaper.signWithPublicKeyAsSecret(header, claims, key);
      case "none", "empty" -> Base64URL.encode(header) + "." + Base64URL.encode(claims) + ".";
      case "changed-payload" -> {
        String[] parts = PlatformOnPaper.sign(header, claims, key).split("\\.", -1);
        Base64URL changed = Base64URL.encode(claims.replace("user-1", "user-2"));
        yield parts[0] + "." + changed + "." + parts[2];
      }
      default -> PlatformOnPaper.sign(header, claims, key);
    };
  }

  private static void alter(
      Map<String, Object> object, JsonNode changes, PlatformOnPaper stranger, Instant now) {
    changes
        .properties()
        .forEach(
            each -> {
              String name = each.getKey().replaceFirst("^P:", LaunchMessages.CLAIM);
              JsonNode value = each.getValue();
              if (value.path("absent").asBoolean()) {
                object.remove(name);
              } else if (value.has("now")) {
                object.put(name, now.getEpochSecond() + value.get("now").asLong());
              } else if (name.equals("jwk")) {
                object.put(name, stranger.key().toPublicJWK().toJSONObject());
              } else {
                object.put(name, JSON.convertValue(value, Object.class));
              }
            });
  }

  private static String replaced(String text, JsonNode pair) {
    return pair.isArray() ? text.replace(pair.get(0).asText(), pair.get(1).asText()) : text;
  }
}
