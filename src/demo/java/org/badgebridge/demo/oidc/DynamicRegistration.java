package org.badgebridge.demo.oidc;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.Site;
import org.badgebridge.demo.http.Json;
import org.badgebridge.demo.http.Refusal;
import org.badgebridge.demo.http.Reply;
import org.badgebridge.demo.http.Request;
import org.badgebridge.demo.school.Tool;
import org.jspecify.annotations.Nullable;

/** LTI Dynamic Registration: a tool introduces itself and waits to be activated. */
public final class DynamicRegistration {

  public static final String CONFIGURATION_PATH = "/.well-known/openid-configuration";
  private static final String TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration";
  private static final String PLATFORM =
      "https://purl.imsglobal.org/spec/lti-platform-configuration";

  private final Site site;
  private static final String NEW = "";

  /** By token: the client id of the tool it may update, or {@link #NEW}. */
  private final Map<String, String> open = new ConcurrentHashMap<>();

  public DynamicRegistration(Site site) {
    this.site = site;
  }

  /** What the administrator's page opens: the tool's address with our configuration's. */
  public String begin(String toolAddress) {
    return begin(toolAddress, null);
  }

  /**
   * As the other, to register a known tool once more (Moodle: "Update"): it keeps its client id.
   *
   * @param known the tool's client id, or null for a new tool
   */
  public String begin(String toolAddress, @Nullable String known) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("openid_configuration", site.url(CONFIGURATION_PATH));
    if (site.personality() != Personality.BRIGHTSPACE) {
      // Brightspace sends no token.
      String token = Sessions.secret();
      open.put(token, known == null ? NEW : known);
      parameters.put("registration_token", token);
    }
    return toolAddress
        + (toolAddress.contains("?") ? "&" : "?")
        + LoginInitiation.query(parameters);
  }

  public Reply configuration(Request request) {
    if (site.personality() == Personality.CANVAS && !open.containsKey(token(request))) {
      return Reply.json(401, Map.of("error", "registration token needed"));
    }
    Personality as = site.personality();
    var answer = new LinkedHashMap<String, Object>();
    answer.put("issuer", site.issuer());
    answer.put("authorization_endpoint", site.url(as.authorizationPath()));
    answer.put("token_endpoint", site.url(as.tokenPath()));
    answer.put("token_endpoint_auth_methods_supported", List.of("private_key_jwt"));
    answer.put("token_endpoint_auth_signing_alg_values_supported", List.of("RS256"));
    answer.put("jwks_uri", site.url(as.jwksPath()));
    answer.put("registration_endpoint", site.url("/lti/register"));
    answer.put("scopes_supported", scopes(as));
    answer.put("response_types_supported", List.of("id_token"));
    answer.put("subject_types_supported", List.of("public", "pairwise"));
    answer.put("id_token_signing_alg_values_supported", List.of("RS256"));
    answer.put(
        "claims_supported", List.of("sub", "iss", "name", "given_name", "family_name", "email"));
    String audience = as.tokenAudience();
    if (audience != null) {
      answer.put("authorization_server", audience);
    }
    answer.put(PLATFORM, platform(as));
    return Reply.json(200, answer);
  }

  private static Map<String, Object> platform(Personality as) {
    List<String> placements =
        as == Personality.CANVAS ? List.of("link_selection", "course_navigation") : List.of();
    return Map.of(
        "product_family_code", as.familyCode(),
        "version", as.version(),
        "messages_supported",
            List.of(
                Map.of("type", "LtiResourceLinkRequest", "placements", placements),
                Map.of("type", "LtiDeepLinkingRequest", "placements", placements)),
        "variables", List.of("Context.id.history", "ResourceLink.id", "User.id"));
  }

  private static List<String> scopes(Personality as) {
    var scopes = new ArrayList<>(List.of("openid"));
    Claims.scopes(as).stream().sorted().forEach(scopes::add);
    return scopes;
  }

  public Reply register(Request request) {
    String client =
        site.personality() == Personality.BRIGHTSPACE ? NEW : open.remove(token(request));
    if (client == null) {
      return Reply.text(401, "invalid_token");
    }
    Map<String, Object> registration = Json.object(request.body());
    Map<String, Object> configuration = Json.child(registration, TOOL);
    try {
      Tool tool = as(client, tool(registration, configuration));
      site.school().tools().put(tool);
      return Reply.json(200, answer(registration, configuration, tool));
    } catch (Refusal refusal) {
      return site.personality() == Personality.CANVAS
          ? Reply.json(422, Map.of("errors", List.of(refusal.reason())))
          : Reply.text(refusal.status(), refusal.reason());
    }
  }

  private static String token(Request request) {
    String header = request.header("Authorization");
    return header == null || !header.startsWith("Bearer ") ? "" : header.substring(7);
  }

  private Tool tool(Map<String, Object> registration, Map<String, Object> configuration) {
    String target = needed(configuration, "target_link_uri");
    String domain = needed(configuration, "domain");
    String authority = URI.create(target).getAuthority();
    require(domain.equals(authority.replaceFirst("^www\\.", "")), "domain_targetlinkuri_mismatch");
    require(
        "private_key_jwt".equals(registration.get("token_endpoint_auth_method")), "auth method");
    if (site.personality() == Personality.CANVAS) {
      requirePlacements(configuration.get("messages"));
    }
    var scopes = new LinkedHashSet<>(List.of(needed(registration, "scope").split(" ", -1)));
    scopes.retainAll(Claims.scopes(site.personality()));
    List<String> claims = texts(configuration.get("claims"));
    var custom = new LinkedHashMap<String, String>();
    Json.child(configuration, "custom_parameters")
        .forEach((name, value) -> custom.put(name, value.toString()));
    int number = site.school().tools().all().size() + 1;
    return new Tool(
        "registered-" + Sessions.secret().substring(0, 12),
        List.of(Integer.toString(number)),
        needed(registration, "client_name"),
        needed(registration, "initiate_login_uri"),
        texts(registration.get("redirect_uris")),
        needed(registration, "jwks_uri"),
        target,
        custom,
        scopes,
        claims.contains("name") || claims.contains("given_name"),
        claims.contains("email"),
        false);
  }

  /** The tool as it registered, in the place of the one that is known under that client id. */
  private Tool as(String client, Tool registered) {
    return site.school()
        .tools()
        .find(client)
        .map(known -> registered.instead(known))
        .orElse(registered);
  }

  private static void requirePlacements(@Nullable Object messages) {
    boolean placed =
        messages instanceof List<?> list
            && list.stream()
                .anyMatch(
                    message ->
                        message instanceof Map<?, ?> map
                            && map.get("placements") instanceof List<?> placements
                            && !placements.isEmpty());
    require(placed, "messages need placements");
  }

  private Map<String, Object> answer(
      Map<String, Object> registration, Map<String, Object> configuration, Tool tool) {
    var answer = new LinkedHashMap<>(registration);
    answer.put("client_id", tool.client());
    answer.put("scope", String.join(" ", tool.scopes()));
    var shown = new LinkedHashMap<>(configuration);
    if (site.personality() != Personality.CANVAS) {
      shown.put("deployment_id", tool.deployment());
    }
    answer.put(TOOL, shown);
    return answer;
  }

  private static List<String> texts(@Nullable Object value) {
    return value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }

  private static String needed(Map<String, Object> object, String member) {
    String value = Json.text(object, member);
    if (value == null || value.isBlank()) {
      throw new Refusal(400, "missing_" + member);
    }
    return value;
  }

  private static void require(boolean holds, String fault) {
    if (!holds) {
      throw new Refusal(400, "invalid_" + fault);
    }
  }
}
