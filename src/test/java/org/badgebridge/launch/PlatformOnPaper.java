package org.badgebridge.launch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A platform that signs what it is told to, right or wrong. */
record PlatformOnPaper(
    UUID id, UUID institutionId, String issuer, String clientId, String origin, RSAKey key) {

  static final String DEPLOYMENT = "deployment-1";
  static final String TOOL = "https://badges.example.org";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CLAIM = LaunchMessages.CLAIM;

  static PlatformOnPaper named(String name, String issuer, String clientId) {
    try {
      return new PlatformOnPaper(
          UUID.randomUUID(),
          UUID.randomUUID(),
          issuer,
          clientId,
          "https://" + name + ".example.edu",
          new RSAKeyGenerator(2048).keyID(name + "-key").generate());
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A right resource link launch. */
  Map<String, Object> resourceLink(String nonce, Instant now) {
    Map<String, Object> claims = common(nonce, now);
    claims.put(CLAIM + "message_type", "LtiResourceLinkRequest");
    claims.put(CLAIM + "resource_link", Map.of("id", "link-1", "title", "Earn a badge"));
    return claims;
  }

  /** A right deep linking launch. */
  Map<String, Object> deepLinking(String nonce, Instant now) {
    Map<String, Object> claims = common(nonce, now);
    claims.put(CLAIM + "message_type", "LtiDeepLinkingRequest");
    claims.put(
        "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings",
        Map.of(
            "deep_link_return_url",
            origin + "/deep-links",
            "accept_types",
            List.of("ltiResourceLink"),
            "accept_presentation_document_targets",
            List.of("iframe"),
            "data",
            "opaque"));
    return claims;
  }

  /** A right notice that a course was copied, as Canvas sends it. */
  Map<String, Object> copyNotice(String id, Instant now) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", issuer);
    claims.put("aud", clientId);
    claims.put("azp", clientId);
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.getEpochSecond() + 3600);
    claims.put("nonce", UUID.randomUUID().toString());
    claims.put(CLAIM + "version", "1.3.0");
    claims.put(CLAIM + "deployment_id", DEPLOYMENT);
    claims.put(
        CLAIM + "notice",
        Map.of("id", id, "timestamp", now.toString(), "type", "LtiContextCopyNotice"));
    claims.put(
        CLAIM + "context",
        Map.of(
            "id",
            "copy-1",
            "label",
            "B2",
            "title",
            "Biology again",
            "type",
            List.of("http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering")));
    claims.put(CLAIM + "origin_contexts", List.of("course-1"));
    return claims;
  }

  private Map<String, Object> common(String nonce, Instant now) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", issuer);
    claims.put("aud", clientId);
    claims.put("sub", "user-1");
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.getEpochSecond() + 300);
    claims.put("nonce", nonce);
    claims.put("name", "Ada Lovelace");
    claims.put("given_name", "Ada");
    claims.put("family_name", "Lovelace");
    claims.put("email", "ada@example.edu");
    claims.put(CLAIM + "version", "1.3.0");
    claims.put(CLAIM + "deployment_id", DEPLOYMENT);
    claims.put(CLAIM + "target_link_uri", TOOL + "/lti/launch");
    claims.put(
        CLAIM + "roles", List.of("http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor"));
    claims.put(CLAIM + "context", Map.of("id", "course-1", "label", "B1", "title", "Biology"));
    claims.put(
        CLAIM + "launch_presentation",
        Map.of("return_url", origin + "/course/1", "locale", "nl", "width", "640px"));
    return claims;
  }

  /** The header of a right token. */
  Map<String, Object> header() {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", "RS256");
    header.put("typ", "JWT");
    header.put("kid", key.getKeyID());
    return header;
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A token of these texts, signed with RS256 and that key whatever the header says. */
  static String sign(String header, String claims, RSAKey key) {
    String signed = Base64URL.encode(header) + "." + Base64URL.encode(claims);
    try {
      JWSHeader way = JWSHeader.parse("{\"alg\":\"RS256\"}");
      byte[] bytes = signed.getBytes(StandardCharsets.US_ASCII);
      return signed + "." + new RSASSASigner(key).sign(way, bytes);
    } catch (JOSEException | ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A token signed with HS256, with the public key as secret. */
  static String signWithPublicKeyAsSecret(String header, String claims, RSAKey key) {
    String signed = Base64URL.encode(header) + "." + Base64URL.encode(claims);
    try {
      JWSHeader way = JWSHeader.parse("{\"alg\":\"HS256\"}");
      byte[] secret = key.toRSAPublicKey().getEncoded();
      byte[] bytes = signed.getBytes(StandardCharsets.US_ASCII);
      return signed + "." + new MACSigner(secret).sign(way, bytes);
    } catch (JOSEException | ParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
