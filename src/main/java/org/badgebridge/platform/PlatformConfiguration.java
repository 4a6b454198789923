package org.badgebridge.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.List;

/**
 * What a platform says of itself (LTI Dynamic Registration 1.0 §3.4), checked: nothing it says is
 * trusted because it says so.
 *
 * @param audience what client assertions are for, if it names it; else empty
 */
record PlatformConfiguration(
    String issuer,
    String authorizationEndpoint,
    String tokenEndpoint,
    String keySetUrl,
    URI registrationEndpoint,
    String audience,
    String productFamily) {

  static final String CLAIM = "https://purl.imsglobal.org/spec/lti-platform-configuration";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Domains that one vendor uses for the issuer and its customers' pages alike. */
  private static final List<List<String>> VENDORS =
      List.of(
          List.of("instructure.com", "canvaslms.com"),
          List.of("brightspace.com", "desire2learn.com"),
          List.of("blackboard.com"));

  /**
   * Reads a configuration.
   *
   * @param from the address it came from
   * @throws RegistrationFailed if it is none, or names addresses that cannot be its own
   */
  static PlatformConfiguration parse(String content, URI from, RegistrationCheck check) {
    JsonNode json;
    try {
      json = JSON.readTree(content);
    } catch (JsonProcessingException e) {
      throw new RegistrationFailed("platform.register.no-configuration", from.getHost());
    }
    String issuer = text(json, "issuer");
    URI issuerUri = Addresses.http(issuer);
    if (issuerUri == null || !check.callable(issuer) || !sameHouse(issuerUri, from)) {
      throw new RegistrationFailed("platform.register.issuer", from.getHost(), shown(issuer));
    }
    URI registration = Addresses.http(address(json, "registration_endpoint", check));
    if (registration == null || !sameHouse(registration, from)) {
      throw new RegistrationFailed(
          "platform.register.address",
          "registration_endpoint",
          shown(text(json, "registration_endpoint")));
    }
    return new PlatformConfiguration(
        issuer,
        address(json, "authorization_endpoint", check),
        address(json, "token_endpoint", check),
        address(json, "jwks_uri", check),
        registration,
        text(json, "authorization_server"),
        json.path(CLAIM).path("product_family_code").asText(""));
  }

  private static String address(JsonNode json, String key, RegistrationCheck check) {
    String value = text(json, key);
    if (!check.callable(value)) {
      throw new RegistrationFailed("platform.register.address", key, shown(value));
    }
    return value;
  }

  private static String text(JsonNode json, String key) {
    return json.path(key).isTextual() ? json.path(key).textValue() : "";
  }

  private static String shown(String value) {
    return value.isEmpty() ? "–" : value.substring(0, Math.min(value.length(), 200));
  }

  /** Whether two addresses belong to one owner: the same host, or one vendor's domains. */
  static boolean sameHouse(URI one, URI other) {
    return Addresses.host(one).equals(Addresses.host(other))
        || VENDORS.stream().anyMatch(domains -> under(domains, one) && under(domains, other));
  }

  private static boolean under(List<String> domains, URI uri) {
    return domains.stream().anyMatch(domain -> ServiceHosts.under(uri.getHost(), domain));
  }
}
