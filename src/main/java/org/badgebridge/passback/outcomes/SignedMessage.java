package org.badgebridge.passback.outcomes;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.oauth.OAuth;
import net.oauth.OAuthMessage;
import net.oauth.signature.OAuthSignatureMethod;
import org.jspecify.annotations.Nullable;

/**
 * The OAuth 1.0 signature of one request (RFC 5849; for its body OAuth Request Body Hash, draft 4).
 *
 * @param nonce used once by its sender within the time in which its timestamp is good
 */
record SignedMessage(String nonce, Instant timestamp) {

  /** How far the clocks of both sides may be apart. */
  static final Duration SKEW = Duration.ofMinutes(5);

  private static final String SIGNATURE = "signature";
  private static final String METHOD = "HMAC-SHA1";
  private static final int LONGEST = 500;

  /**
   * What arrived.
   *
   * @param url the public address, without its query
   * @param query as it was sent, or null
   * @param form the parameters of a form, which are signed too; empty for other bodies
   * @param body the raw bytes, covered by {@code oauth_body_hash}; null for a form
   */
  @SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
  record Arrived(
      String url,
      @Nullable String authorization,
      @Nullable String query,
      List<OAuth.Parameter> form,
      byte @Nullable [] body) {}

  /**
   * Checks all of it but whether the nonce is new.
   *
   * @param key the consumer key that the signature must name
   * @throws OutcomeRefused if anything is wrong
   */
  static SignedMessage check(Arrived arrived, UUID key, String secret, Instant now) {
    Map<String, String> oauth = parameters(arrived.authorization());
    if (!key.toString().equals(oauth.get("oauth_consumer_key"))) {
      throw new OutcomeRefused(SIGNATURE, "oauth_consumer_key");
    }
    if (!METHOD.equals(oauth.get("oauth_signature_method"))) {
      throw new OutcomeRefused("method", METHOD);
    }
    // "oauth_version: OPTIONAL. If present, MUST be set to 1.0" (RFC 5849 §3.1)
    if (!"1.0".equals(oauth.getOrDefault("oauth_version", "1.0"))) {
      throw new OutcomeRefused("method", "oauth_version");
    }
    if (arrived.body() != null) {
      checkBody(arrived.body(), oauth.get("oauth_body_hash"));
    }
    checkSignature(arrived, oauth, secret);
    Instant timestamp = timestamp(oauth.get("oauth_timestamp"));
    if (Duration.between(timestamp, now).abs().compareTo(SKEW) > 0) {
      throw new OutcomeRefused("clock", timestamp.toString());
    }
    String nonce = oauth.getOrDefault("oauth_nonce", "");
    if (nonce.isEmpty() || nonce.length() > LONGEST) {
      throw new OutcomeRefused(SIGNATURE, "oauth_nonce");
    }
    return new SignedMessage(nonce, timestamp);
  }

  /** The consumer key that a header names, unchecked; empty if there is none. */
  static String consumerKey(@Nullable String authorization) {
    return parameters(authorization).getOrDefault("oauth_consumer_key", "");
  }

  /** "Each parameter MUST NOT appear more than once per request" (RFC 5849 §3.1). */
  private static Map<String, String> parameters(@Nullable String authorization) {
    Map<String, String> found = new HashMap<>();
    for (OAuth.Parameter each : decoded(authorization)) {
      if (found.put(each.getKey(), each.getValue()) != null) {
        throw new OutcomeRefused(SIGNATURE, each.getKey());
      }
    }
    found.remove("realm"); // not signed (RFC 5849 §3.4.1.3.1)
    if (!found.containsKey("oauth_signature")) {
      throw new OutcomeRefused(SIGNATURE, "Authorization: OAuth");
    }
    return found;
  }

  private static List<OAuth.Parameter> decoded(@Nullable String authorization) {
    try {
      return authorization == null ? List.of() : OAuthMessage.decodeAuthorization(authorization);
    } catch (RuntimeException e) { // what the library throws for a broken escape
      throw new OutcomeRefused(SIGNATURE, "Authorization");
    }
  }

  private static void checkBody(byte[] body, @Nullable String hash) {
    byte[] sent = (hash == null ? "" : hash).getBytes(StandardCharsets.UTF_8);
    byte[] due = Base64.getEncoder().encode(sha1(body));
    if (!MessageDigest.isEqual(due, sent)) {
      throw new OutcomeRefused("body-hash", hash == null ? "no oauth_body_hash" : "");
    }
  }

  /**
   * HMAC-SHA1 over the base string (RFC 5849 §3.4.2), compared in constant time. The library's own
   * comparison would take http for https, too.
   */
  private static void checkSignature(Arrived arrived, Map<String, String> oauth, String secret) {
    List<OAuth.Parameter> signed = new ArrayList<>(arrived.form());
    oauth.forEach((name, value) -> signed.add(new OAuth.Parameter(name, value)));
    if (arrived.query() != null) {
      signed.addAll(OAuth.decodeForm(arrived.query()));
    }
    byte[] due;
    try {
      String base =
          OAuthSignatureMethod.getBaseString(
              new OAuthMessage(OAuthMessage.POST, arrived.url(), signed));
      due = Base64.getEncoder().encode(mac(OAuth.percentEncode(secret) + "&", base));
    } catch (IOException | URISyntaxException e) {
      throw new OutcomeRefused(SIGNATURE, "oauth_signature");
    }
    byte[] sent = oauth.getOrDefault("oauth_signature", "").getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(due, sent)) {
      throw new OutcomeRefused(SIGNATURE, "oauth_signature");
    }
  }

  private static Instant timestamp(@Nullable String text) {
    if (text == null || !text.matches("\\d{1,12}")) {
      throw new OutcomeRefused("clock", "oauth_timestamp");
    }
    return Instant.ofEpochSecond(Long.parseLong(text));
  }

  private static byte[] sha1(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }

  private static byte[] mac(String key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA1", e);
    }
  }
}
