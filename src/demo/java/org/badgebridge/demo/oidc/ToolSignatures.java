package org.badgebridge.demo.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.badgebridge.demo.http.Refusal;
import org.badgebridge.demo.school.Tool;
import org.jspecify.annotations.Nullable;

/**
 * Checks what tools signed, with the keys they publish; fetches those again when one is unknown.
 */
public final class ToolSignatures {

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final Map<String, JWKSet> known = new ConcurrentHashMap<>();

  /**
   * The claims of a token the tool signed.
   *
   * @throws Refusal 400 if it is not a signed token of this tool
   */
  JWTClaimsSet verified(Tool tool, @Nullable String token) {
    try {
      SignedJWT jwt = SignedJWT.parse(token == null ? "" : token);
      if (!JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())) {
        throw new Refusal(400, "invalid_client: algorithm must be RS256");
      }
      String kid = jwt.getHeader().getKeyID();
      if (kid == null) {
        throw new Refusal(400, "invalid_client: the header names no key");
      }
      if (!jwt.verify(new RSASSAVerifier(key(tool.jwks(), kid).toRSAKey()))) {
        throw new Refusal(400, "invalid_client: the signature does not hold");
      }
      return jwt.getJWTClaimsSet();
    } catch (ParseException | JOSEException e) {
      throw new Refusal(400, "invalid_client: not a signed token");
    }
  }

  private JWK key(String address, String kid) {
    JWKSet set = known.get(address);
    JWK key = set == null ? null : set.getKeyByKeyId(kid);
    if (key == null) {
      set = fetch(address);
      known.put(address, set);
      key = set.getKeyByKeyId(kid);
    }
    if (key == null) {
      throw new Refusal(400, "invalid_client: the tool publishes no key " + kid);
    }
    return key;
  }

  private JWKSet fetch(String address) {
    try {
      var request =
          HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(10)).build();
      var response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return JWKSet.parse(response.body());
    } catch (IOException | ParseException e) {
      throw new Refusal(400, "invalid_client: the tool's keys cannot be read at " + address);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(503, "interrupted");
    }
  }
}
