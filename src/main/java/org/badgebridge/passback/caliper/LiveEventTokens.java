package org.badgebridge.passback.caliper;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.passback.connector.Received;
import org.badgebridge.passback.connector.ReportRefused;
import org.badgebridge.platform.PublishedKeys;
import org.badgebridge.platform.UnknownKey;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether Instructure made a Live Event: a JWS in the compact form, RS256, by a key that is
 * published now. Algorithm and address of the keys are ours; the token's own are not followed. An
 * event may be delivered days late and again, so its age is no reason to refuse it: a replay
 * changes nothing.
 */
@ApplicationScoped
public class LiveEventTokens {

  private static final int LONGEST_KEY_ID = 255;
  private static final int LONGEST_HEADER = 4096;

  private final KeySource keys;

  @Inject
  public LiveEventTokens(PublishedKeys keys) {
    this(keys::key);
  }

  LiveEventTokens(KeySource keys) {
    this.keys = keys;
  }

  /** Where published keys come from; the network stands behind it. */
  interface KeySource {
    RSAPublicKey key(String address, String kid);
  }

  /**
   * The event in a token.
   *
   * @param body the token, alone or as a JSON string
   * @param address where its keys are published
   * @throws ReportRefused TOKEN_REFUSED if it is not what it should be
   * @throws ExternalUnavailable if the keys cannot be read, so that it may be right
   */
  JsonNode event(byte[] body, String address) {
    JWSObject token = token(body);
    if (!JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm())) {
      throw refused("alg", null);
    }
    String kid = token.getHeader().getKeyID();
    if (kid == null || kid.isEmpty() || kid.length() > LONGEST_KEY_ID) {
      throw refused("kid", null);
    }
    try {
      if (!token.verify(new RSASSAVerifier(keys.key(address, kid)))) {
        throw refused("signature", null);
      }
    } catch (UnknownKey e) {
      throw refused("kid", e);
    } catch (JOSEException | IllegalStateException e) {
      throw refused("signature", e);
    }
    return Received.json(token.getPayload().toBytes());
  }

  private static JWSObject token(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8).strip();
    if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
      text = text.substring(1, text.length() - 1);
    }
    int header = text.indexOf('.');
    if (header <= 0 || header > LONGEST_HEADER) {
      throw refused("token", null);
    }
    try {
      return JWSObject.parse(text);
    } catch (ParseException | IllegalArgumentException e) {
      throw refused("token", e);
    }
  }

  private static ReportRefused refused(String what, @Nullable Exception cause) {
    ReportRefused refused =
        new ReportRefused(
            "signature", what, ProblemType.TOKEN_REFUSED, "passback.caliper.refused.signature");
    if (cause != null) {
      refused.addSuppressed(cause);
    }
    return refused;
  }
}
