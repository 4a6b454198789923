package org.badgebridge.platform;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.langtag.LangTag;
import com.nimbusds.langtag.LangTagException;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.openid.connect.sdk.rp.ApplicationType;
import com.nimbusds.openid.connect.sdk.rp.OIDCClientMetadata;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What we send to a platform to register ourselves (LTI Dynamic Registration 1.0 §3.5). */
final class RegistrationMessage {

  static final String TOOL_CONFIGURATION = "https://purl.imsglobal.org/spec/lti-tool-configuration";

  private RegistrationMessage() {}

  /** The message as JSON. */
  static String of(Tool tool, Product product) {
    Map<String, Object> message = new LinkedHashMap<>(metadata(tool, product).toJSONObject());
    // Nimbus takes these only with https, which a tool on a loopback address has not
    message.put("initiate_login_uri", tool.loginUrl());
    message.put("logo_uri", tool.origin() + "/assets/icon.svg");
    return JSONObjectUtils.toJSONString(message);
  }

  private static OIDCClientMetadata metadata(Tool tool, Product product) {
    OIDCClientMetadata metadata = new OIDCClientMetadata();
    metadata.setApplicationType(ApplicationType.WEB);
    metadata.setResponseTypes(Set.of(ResponseType.IDTOKEN));
    metadata.setGrantTypes(Set.of(GrantType.IMPLICIT, GrantType.CLIENT_CREDENTIALS));
    metadata.setRedirectionURIs(Set.of(URI.create(tool.launchUrl())));
    metadata.setJWKSetURI(URI.create(tool.keySetUrl()));
    metadata.setTokenEndpointAuthMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT);
    metadata.setTokenEndpointAuthJWSAlg(JWSAlgorithm.RS256);
    metadata.setIDTokenJWSAlg(JWSAlgorithm.RS256);
    List<String> scopes = product == Product.CANVAS ? Tool.canvasScopes() : Tool.SCOPES;
    metadata.setScope(new Scope(scopes.toArray(String[]::new)));
    metadata.setURI(URI.create(tool.origin()));
    metadata.setName(Tool.NAME);
    metadata.setName(Tool.NAME, dutch());
    metadata.setCustomField(TOOL_CONFIGURATION, configuration(tool, product));
    return metadata;
  }

  private static Map<String, Object> configuration(Tool tool, Product product) {
    Map<String, Object> configuration = new LinkedHashMap<>();
    configuration.put("domain", tool.domain());
    configuration.put("target_link_uri", tool.launchUrl());
    configuration.put("description", Tool.DESCRIPTION);
    configuration.put("description#nl", Tool.DESCRIPTION_NL);
    configuration.put(
        "custom_parameters",
        product == Product.CANVAS ? Tool.canvasParameters() : Tool.customParameters());
    configuration.put("claims", Tool.CLAIMS);
    configuration.put("messages", messages(tool, product));
    if (product == Product.CANVAS) {
      configuration.put("https://canvas.instructure.com/lti/privacy_level", "public");
    }
    return configuration;
  }

  private static List<Map<String, Object>> messages(Tool tool, Product product) {
    Map<String, Object> pick = new LinkedHashMap<>();
    pick.put("type", "LtiDeepLinkingRequest");
    pick.put("target_link_uri", tool.launchUrl());
    pick.put("label", Tool.NAME);
    pick.put("label#nl", Tool.NAME);
    if (product == Product.CANVAS) {
      pick.put("placements", List.of("assignment_selection", "link_selection"));
    }
    Map<String, Object> open = new LinkedHashMap<>();
    open.put("type", "LtiResourceLinkRequest");
    open.put("target_link_uri", tool.launchUrl());
    open.put("label", Tool.NAME);
    return List.of(pick, open);
  }

  private static LangTag dutch() {
    try {
      return LangTag.parse("nl");
    } catch (LangTagException e) {
      throw new IllegalStateException("nl is a language", e);
    }
  }
}
