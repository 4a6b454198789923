package org.badgebridge.demo;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which LMS the campus behaves like.
 *
 * <p>A personality carries what differs in addresses and settings; the classes that serve a message
 * ask it where their LMS strays from the specification.
 */
public enum Personality {
  /** Moodle 4.5: small numbers as ids, short-lived tokens, strict media types, no storage. */
  MOODLE(
      "moodle",
      "Moodle",
      null,
      "/mod/lti/auth.php",
      "/mod/lti/token.php",
      "/mod/lti/certs.php",
      Duration.ofSeconds(60)),
  /** Canvas: one issuer for everybody, full role URIs, test students, storage in a frame. */
  CANVAS(
      "canvas",
      "Canvas",
      "https://canvas.instructure.com",
      "/api/lti/authorize_redirect",
      "/login/oauth2/token",
      "/api/lti/security/jwks",
      Duration.ofHours(1)),
  /** Brightspace: token audience of its own, {@code nbf}, rosters of those who launched. */
  BRIGHTSPACE(
      "brightspace",
      "Brightspace",
      null,
      "/d2l/lti/authenticate",
      "/core/connect/token",
      "/d2l/.well-known/jwks",
      Duration.ofMinutes(30)),
  /** Blackboard Learn: one issuer and one client for all customers, data echoed. */
  BLACKBOARD(
      "blackboard",
      "Blackboard Learn",
      "https://blackboard.com",
      "/api/v1/gateway/oidcauth",
      "/api/v1/gateway/oauth2/jwttoken",
      "/api/v1/management/applications/badge-bridge/jwks.json",
      Duration.ofHours(1));

  private final String product;
  private final String title;
  private final @Nullable String sharedIssuer;
  private final String authorizationPath;
  private final String tokenPath;
  private final String jwksPath;
  private final Duration idTokenLife;

  Personality(
      String product,
      String title,
      @Nullable String sharedIssuer,
      String authorizationPath,
      String tokenPath,
      String jwksPath,
      Duration idTokenLife) {
    this.product = product;
    this.title = title;
    this.sharedIssuer = sharedIssuer;
    this.authorizationPath = authorizationPath;
    this.tokenPath = tokenPath;
    this.jwksPath = jwksPath;
    this.idTokenLife = idTokenLife;
  }

  /** The word registration files use for this LMS. */
  public String product() {
    return product;
  }

  public String title() {
    return title;
  }

  /** The issuer all customers of this LMS share, or null when each has its own. */
  public @Nullable String sharedIssuer() {
    return sharedIssuer;
  }

  public String authorizationPath() {
    return authorizationPath;
  }

  public String tokenPath() {
    return tokenPath;
  }

  public String jwksPath() {
    return jwksPath;
  }

  public Duration idTokenLife() {
    return idTokenLife;
  }

  /** The audience a client assertion must name, or null for the token address itself. */
  public @Nullable String tokenAudience() {
    return this == BRIGHTSPACE ? "https://api.brightspace.com/auth/token" : null;
  }

  /** The frame that answers platform storage messages, or null when there is no storage. */
  public @Nullable String storageTarget() {
    return switch (this) {
      case MOODLE -> null;
      case CANVAS -> "post_message_forwarding";
      case BRIGHTSPACE -> "_parent";
      case BLACKBOARD -> "lti_storage_frame";
    };
  }

  /** The {@code product_family_code} of the tool platform claim. */
  public String familyCode() {
    return switch (this) {
      case MOODLE -> "moodle";
      case CANVAS -> "canvas";
      case BRIGHTSPACE -> "desire2learn";
      case BLACKBOARD -> "BlackboardLearn";
    };
  }

  public String version() {
    return switch (this) {
      case MOODLE -> "2024100706";
      case CANVAS -> "cloud";
      case BRIGHTSPACE -> "20.26.11";
      case BLACKBOARD -> "3900.122.0";
    };
  }

  /** Whether people, courses and links have small numbers for ids rather than random ones. */
  public boolean numbersThings() {
    return this == MOODLE;
  }

  /** Whether tools may be told of copied courses (Platform Notification Service 1.0). */
  public boolean sendsNotices() {
    return this == CANVAS;
  }

  /** Whether a roster filtered by link leaves out those who may not open that link. */
  public boolean filtersRosterByAccess() {
    return this != CANVAS;
  }
}
