package org.badgebridge.deeplinking;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.keys.Tokens;
import org.badgebridge.keys.ToolKeys;
import org.badgebridge.launch.LaunchSession;
import org.badgebridge.platform.Deployment;
import org.badgebridge.platform.Platform;
import org.badgebridge.platform.PlatformDirectory;
import org.tsugi.deeplink.objects.ContentItem;
import org.tsugi.deeplink.objects.DeepLinkResponse;
import org.tsugi.deeplink.objects.LtiResourceLink;
import org.tsugi.deeplink.objects.MiniLineItem;
import org.tsugi.shared.objects.SizedUrl;

/**
 * Writes and signs the response to a deep linking request (Deep Linking 2.0 §3.2.2). With no item
 * it cancels.
 */
@ApplicationScoped
public class DeepLinkingAnswer {

  /** Moodle allows no leeway on {@code iat}, so it lies a little back. */
  private static final Duration BACK = Duration.ofSeconds(5);

  private static final Duration LASTS = Duration.ofMinutes(5);
  private static final int ICON = 96;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> CLAIMS = new TypeReference<>() {};

  private final PlatformDirectory platforms;
  private final ToolKeys keys;
  private final PublicOrigin origin;
  private final Clock clock;

  @Inject
  public DeepLinkingAnswer(
      PlatformDirectory platforms, ToolKeys keys, PublicOrigin origin, Clock clock) {
    this.platforms = platforms;
    this.keys = keys;
    this.origin = origin;
    this.clock = clock;
  }

  /**
   * The value of the form field {@code JWT}.
   *
   * @throws NullPointerException if the session is not a deep linking session
   */
  String sign(LaunchSession session, List<LinkedBadge> badges) {
    LaunchSession.DeepLinking asked = Objects.requireNonNull(session.deepLinking());
    Platform platform = platforms.find(session.platformId()).orElseThrow();
    Deployment deployment =
        platforms.deployment(session.platformId(), session.deploymentId()).orElseThrow();
    DeepLinkResponse response = new DeepLinkResponse();
    response.issuer = platform.clientId();
    response.subject = platform.clientId(); // Blackboard asks for it
    response.audience = platform.issuer();
    Instant now = clock.instant();
    response.issued = now.minus(BACK).getEpochSecond();
    response.expires = now.plus(LASTS).getEpochSecond();
    response.nonce = Tokens.random();
    response.jti = Tokens.random();
    response.deployment_id = deployment.deploymentId();
    response.message_type = "LtiDeepLinkingResponse";
    response.version = "1.3.0";
    response.data = asked.data();
    response.content_items = badges.stream().map(this::item).toList();
    Map<String, Object> claims = JSON.convertValue(response, CLAIMS);
    claims.put("azp", platform.clientId());
    return sign(claims);
  }

  private ContentItem item(LinkedBadge badge) {
    LtiResourceLink item = new LtiResourceLink();
    item.type = ContentItem.TYPE_LTIRESOURCELINK;
    item.url = origin.at("/lti/launch");
    item.title = badge.title();
    item.text = badge.text();
    item.custom = Map.of(LinkedBadge.PARAMETER, badge.attachmentId().toString());
    SizedUrl icon = new SizedUrl();
    icon.url = origin.at("/badges/" + badge.badgeClassId() + "/image.png?size=" + ICON);
    icon.width = ICON;
    icon.height = ICON;
    item.icon = icon;
    if (badge.points() > 0) { // a platform that cannot make columns ignores it (§2.2.1)
      MiniLineItem lineItem = new MiniLineItem();
      lineItem.label = badge.title();
      lineItem.scoreMaximum = badge.points();
      lineItem.resourceId = badge.attachmentId().toString();
      lineItem.tag = "badge";
      item.lineItem = lineItem;
    }
    return item;
  }

  private String sign(Map<String, Object> claims) {
    RSAKey key = keys.signing();
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256)
                  .type(JOSEObjectType.JWT)
                  .keyID(key.getKeyID())
                  .build(),
              JWTClaimsSet.parse(claims));
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException | ParseException e) {
      throw new IllegalStateException("a deep linking response of ours cannot be signed", e);
    }
  }
}
