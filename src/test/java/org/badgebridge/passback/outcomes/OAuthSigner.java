package org.badgebridge.passback.outcomes;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs as a sender does (RFC 5849 §3.4), written for tests from the text of the standard alone.
 */
public final class OAuthSigner {

  private final String key;
  private final String secret;

  public OAuthSigner(String key, String secret) {
    this.key = key;
    this.secret = secret;
  }

  /** The parameters of a header; a test may change some before it signs. */
  public Map<String, String> parameters(long timestamp) {
    Map<String, String> oauth = new TreeMap<>();
    oauth.put("oauth_consumer_key", key);
    oauth.put("oauth_signature_method", "HMAC-SHA1");
    oauth.put("oauth_timestamp", Long.toString(timestamp));
    oauth.put("oauth_nonce", UUID.randomUUID().toString());
    oauth.put("oauth_version", "1.0");
    return oauth;
  }

  /** The header of a message with a body. */
  public String header(String url, String body, long timestamp) {
    Map<String, String> oauth = parameters(timestamp);
    oauth.put("oauth_body_hash", hash(body));
    return header(url, oauth, Map.of());
  }

  /** The header with these parameters. */
  public String header(String url, Map<String, String> oauth, Map<String, String> form) {
    Map<String, String> signed = new TreeMap<>(oauth);
    signed.putAll(form);
    String parameters =
        signed.entrySet().stream()
            .map(each -> escaped(each.getKey()) + "=" + escaped(each.getValue()))
            .sorted()
            .collect(Collectors.joining("&"));
    String base = "POST&" + escaped(url) + "&" + escaped(parameters);
    Map<String, String> all = new TreeMap<>(oauth);
    all.put("oauth_signature", mac(base));
    return "OAuth realm=\"\", "
        + all.entrySet().stream()
            .map(each -> each.getKey() + "=\"" + escaped(each.getValue()) + "\"")
            .collect(Collectors.joining(", "));
  }

  public static String hash(String body) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-1").digest(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String mac(String base) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(
          new SecretKeySpec((escaped(secret) + "&").getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(base.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
