package org.badgebridge.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Canvas takes as "Paste JSON" of an LTI key. */
final class CanvasConfiguration {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private CanvasConfiguration() {}

  static String of(Tool tool) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("title", Tool.NAME);
    json.put("description", Tool.DESCRIPTION);
    json.put("oidc_initiation_url", tool.loginUrl());
    json.put("target_link_uri", tool.launchUrl());
    json.put("redirect_uris", List.of(tool.launchUrl()));
    json.put("scopes", Tool.canvasScopes());
    json.put("public_jwk_url", tool.keySetUrl());
    json.put("custom_fields", Tool.canvasParameters());
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put(
        "placements",
        List.of(placement(tool, "assignment_selection"), placement(tool, "link_selection")));
    Map<String, Object> extension = new LinkedHashMap<>();
    extension.put("platform", "canvas.instructure.com");
    extension.put("domain", tool.domain());
    extension.put("privacy_level", "public");
    extension.put("settings", settings);
    json.put("extensions", List.of(extension));
    try {
      return JSON.writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps and lists are always JSON", e);
    }
  }

  private static Map<String, Object> placement(Tool tool, String name) {
    Map<String, Object> placement = new LinkedHashMap<>();
    placement.put("placement", name);
    placement.put("message_type", "LtiDeepLinkingRequest");
    placement.put("target_link_uri", tool.launchUrl());
    placement.put("text", Tool.NAME);
    return placement;
  }
}
