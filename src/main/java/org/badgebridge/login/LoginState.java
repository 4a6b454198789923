package org.badgebridge.login;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What we remember of a login while its browser is at the provider. It travels sealed in {@code
 * state}, so that a login which nobody finishes leaves nothing behind.
 *
 * @param id by which it is used once
 * @param subjectId who wants it: the person for {@link Purpose#LINK}, the account for {@link
 *     Purpose#TEST}, nobody for {@link Purpose#ENTER}
 * @param verifier the secret of PKCE (RFC 7636 §4.1)
 * @param binding the digest of what the browser's cookie holds
 */
record LoginState(
    UUID id,
    UUID institutionId,
    Purpose purpose,
    @Nullable UUID subjectId,
    String nonce,
    String verifier,
    String binding,
    Instant until) {

  /** What a login is for. */
  enum Purpose {
    /** Opening a backpack. */
    ENTER,
    /** Becoming one more way into an open backpack. */
    LINK,
    /** Showing an administrator what the provider says. */
    TEST
  }

  byte[] bytes() {
    Map<String, Object> json = new HashMap<>();
    json.put("i", id.toString());
    json.put("t", institutionId.toString());
    json.put("p", purpose.name());
    if (subjectId != null) {
      json.put("s", subjectId.toString());
    }
    json.put("n", nonce);
    json.put("v", verifier);
    json.put("b", binding);
    json.put("u", until.getEpochSecond());
    return JSONObjectUtils.toJSONString(json).getBytes(StandardCharsets.UTF_8);
  }

  static LoginState of(byte[] bytes) {
    try {
      Map<String, Object> json = JSONObjectUtils.parse(new String(bytes, StandardCharsets.UTF_8));
      @Nullable String subject = JSONObjectUtils.getString(json, "s");
      return new LoginState(
          UUID.fromString(text(json, "i")),
          UUID.fromString(text(json, "t")),
          Purpose.valueOf(text(json, "p")),
          subject == null ? null : UUID.fromString(subject),
          text(json, "n"),
          text(json, "v"),
          text(json, "b"),
          Instant.ofEpochSecond(JSONObjectUtils.getLong(json, "u")));
    } catch (ParseException e) {
      throw new IllegalStateException("only we seal a state", e);
    }
  }

  private static String text(Map<String, Object> json, String member) throws ParseException {
    return Objects.requireNonNull(JSONObjectUtils.getString(json, member));
  }
}
