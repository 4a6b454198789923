package org.badgebridge.launch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.Header;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.badgebridge.platform.Platform;
import org.badgebridge.platform.PlatformKeys;
import org.badgebridge.platform.UnknownKey;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an id_token was made by the platform, for us, for this login, and now: OpenID
 * Connect Core §3.1.3.7 as 1EdTech Security Framework 1.0 §5.1.3 words it, in its order.
 *
 * <p>The algorithm, the key, the audience and every limit are ours; nothing the token says of
 * itself is followed ({@code jku}, {@code jwk}, {@code x5u}, {@code x5c} are not even read).
 */
@ApplicationScoped
class IdTokens {

  /** The longest token; real ones stay below 10 kB. */
  static final int LONGEST = 64 * 1024;

  /** How much clocks may differ. */
  static final Duration LEEWAY = Duration.ofSeconds(60);

  /** The age from which a token is too old, whatever its own end. */
  static final Duration OLDEST = Duration.ofMinutes(10);

  /** The longest validity a platform may give. */
  static final Duration LONGEST_LIFE = Duration.ofHours(1);

  private static final int LONGEST_KEY_ID = 255;
  private static final double LATEST_SECOND = 1e11;

  /** Refuses duplicate names and deep nesting, and keeps no names of strangers in memory. */
  private static final ObjectReader JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(30).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(new TypeReference<Map<String, @Nullable Object>>() {});

  private final KeySource keys;
  private final Clock clock;

  @Inject
  IdTokens(PlatformKeys keys, Clock clock) {
    this(keys::key, clock);
  }

  IdTokens(KeySource keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** Where a platform's published keys come from; the network stands behind it. */
  interface KeySource {
    RSAPublicKey key(Platform platform, String kid);
  }

  /**
   * The claims of a token that the platform signed.
   *
   * @throws LaunchRefused if it is unreadable, or no current key of the platform signed it
   */
  Map<String, @Nullable Object> verify(String token, Platform platform) {
    if (token.length() > LONGEST) {
      throw new LaunchRefused(Refusal.TOO_LARGE);
    }
    int head = token.indexOf('.');
    int body = token.indexOf('.', head + 1);
    if (head <= 0 || body < 0 || token.indexOf('.', body + 1) >= 0) {
      throw new LaunchRefused(Refusal.TOKEN);
    }
    JWSHeader header = header(token.substring(0, head));
    // "The Tool MUST Validate the signature of the ID Token ... using the algorithm specified in
    // the alg header parameter of the JOSE header" -- which must be the one we expect.
    RSAPublicKey key = key(header, platform);
    try {
      byte[] signed = token.substring(0, body).getBytes(StandardCharsets.US_ASCII);
      Base64URL signature = new Base64URL(token.substring(body + 1));
      if (!new RSASSAVerifier(key).verify(header, signed, signature)) {
        throw new LaunchRefused(Refusal.SIGNATURE);
      }
    } catch (JOSEException e) {
      throw new LaunchRefused(Refusal.SIGNATURE, e);
    }
    return json(token.substring(head + 1, body));
  }

  private static JWSHeader header(String encoded) {
    try {
      Map<String, @Nullable Object> json = json(encoded);
      Algorithm algorithm = Header.parseAlgorithm(json);
      if (!JWSAlgorithm.RS256.equals(algorithm)) {
        throw new LaunchRefused(Refusal.ALGORITHM);
      }
      JWSHeader header = JWSHeader.parse(json, new Base64URL(encoded));
      if (header.getCriticalParams() != null && !header.getCriticalParams().isEmpty()) {
        throw new LaunchRefused(Refusal.ALGORITHM); // extensions we would have to understand
      }
      return header;
    } catch (ParseException | IllegalArgumentException e) {
      throw new LaunchRefused(Refusal.TOKEN, e);
    }
  }

  private RSAPublicKey key(JWSHeader header, Platform platform) {
    String kid = header.getKeyID();
    if (kid == null || kid.isEmpty() || kid.length() > LONGEST_KEY_ID) {
      throw new LaunchRefused(Refusal.KEY);
    }
    try {
      return keys.key(platform, kid);
    } catch (UnknownKey e) {
      throw new LaunchRefused(Refusal.KEY, e);
    }
  }

  private static Map<String, @Nullable Object> json(String encoded) {
    try {
      return object(Base64.getUrlDecoder().decode(encoded));
    } catch (IllegalArgumentException e) {
      throw new LaunchRefused(Refusal.TOKEN, e);
    }
  }

  /**
   * A JSON object that somebody sent.
   *
   * @throws LaunchRefused if it is none, names something twice, or is nested too deeply
   */
  static Map<String, @Nullable Object> object(byte[] sent) {
    try {
      Map<String, @Nullable Object> object = JSON.readValue(sent);
      if (object == null) {
        throw new LaunchRefused(Refusal.TOKEN);
      }
      return object;
    } catch (IOException e) {
      throw new LaunchRefused(Refusal.TOKEN, e);
    }
  }

  /**
   * The claims as they stand in a token, believed by nobody yet: only to find whose keys to ask.
   *
   * @throws LaunchRefused if it is unreadable
   */
  static Map<String, @Nullable Object> unverified(String token) {
    if (token.length() > LONGEST) {
      throw new LaunchRefused(Refusal.TOO_LARGE);
    }
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      throw new LaunchRefused(Refusal.TOKEN);
    }
    return json(parts[1]);
  }

  /**
   * Checks who a signed token is from, for whom, when, and for which login.
   *
   * @throws LaunchRefused if any of it is wrong
   */
  void check(Map<String, @Nullable Object> signed, Platform platform, LoginState state) {
    check(signed, platform);
    // "The ID Token MUST contain a nonce Claim", the one we asked for
    if (!(signed.get("nonce") instanceof String nonce)) {
      throw new LaunchRefused(Refusal.CLAIMS);
    }
    if (!BindingCookies.same(nonce, state.nonce())) {
      throw new LaunchRefused(Refusal.NONCE);
    }
  }

  /**
   * Checks who a signed token is from, for whom, and when.
   *
   * @throws LaunchRefused if any of it is wrong
   */
  void check(Map<String, @Nullable Object> signed, Platform platform) {
    try {
      checkRange(signed);
      JWTClaimsSet claims = JWTClaimsSet.parse(signed);
      // "The Issuer Identifier for the Platform MUST exactly match the value of the iss Claim"
      if (!platform.issuer().equals(claims.getIssuer())) {
        throw new LaunchRefused(Refusal.ISSUER);
      }
      checkAudience(claims, platform.clientId());
      checkTimes(claims, clock.instant());
    } catch (ParseException e) {
      throw new LaunchRefused(Refusal.CLAIMS, e);
    }
  }

  /** Numbers so large that a date made of them would mean another moment. */
  private static void checkRange(Map<String, @Nullable Object> signed) {
    for (String each : List.of("exp", "iat", "nbf")) {
      if (signed.get(each) instanceof Number number
          && !(Math.abs(number.doubleValue()) < LATEST_SECOND)) {
        throw new LaunchRefused(Refusal.TIME);
      }
    }
  }

  private static void checkAudience(JWTClaimsSet claims, String clientId) throws ParseException {
    List<String> audience = claims.getAudience();
    // "MUST validate that the aud Claim contains its client_id ... The Tool MUST reject the ID
    // Token if it does not list the client_id as a valid audience, or if it contains additional
    // audiences not trusted by the Tool." We trust no others.
    if (audience.isEmpty() || !audience.stream().allMatch(clientId::equals)) {
      throw new LaunchRefused(Refusal.AUDIENCE);
    }
    // "If the ID Token contains multiple audiences, the Tool SHOULD verify that an azp Claim is
    // present. If an azp Claim is present, the Tool SHOULD verify that its client_id is the value."
    String party = claims.getStringClaim("azp");
    if (party == null ? audience.size() > 1 : !party.equals(clientId)) {
      throw new LaunchRefused(Refusal.AUDIENCE);
    }
  }

  private static void checkTimes(JWTClaimsSet claims, Instant now) {
    Date expires = claims.getExpirationTime();
    Date issued = claims.getIssueTime();
    if (expires == null || issued == null) {
      throw new LaunchRefused(Refusal.CLAIMS);
    }
    Instant end = expires.toInstant();
    Instant begin = issued.toInstant();
    Date notBefore = claims.getNotBeforeTime();
    boolean current =
        // "The current time MUST be before the time represented by the exp Claim", give or take
        !end.plus(LEEWAY).isBefore(now)
            && !begin.isAfter(now.plus(LEEWAY))
            // "The Tool MAY use the iat Claim to reject tokens issued too far away"
            && begin.plus(OLDEST).isAfter(now)
            && !end.isBefore(begin)
            && !end.isAfter(begin.plus(LONGEST_LIFE))
            && (notBefore == null || !notBefore.toInstant().isAfter(now.plus(LEEWAY)));
    if (!current) {
      throw new LaunchRefused(Refusal.TIME);
    }
  }
}
