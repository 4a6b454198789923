package org.badgebridge.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class RegistrationMessageTest {

  private static final Tool TOOL = new Tool("http://127.0.0.1:8080", "127.0.0.1:8080");

  @Test
  void saysWhatEveryPlatformNeeds() throws JsonProcessingException {
    JsonNode message = new ObjectMapper().readTree(RegistrationMessage.of(TOOL, Product.MOODLE));

    assertThat(message.path("application_type").asText()).isEqualTo("web");
    assertThat(message.path("response_types").toString()).isEqualTo("[\"id_token\"]");
    assertThat(message.path("grant_types").toString()).contains("implicit", "client_credentials");
    assertThat(message.path("initiate_login_uri").asText())
        .isEqualTo("http://127.0.0.1:8080/lti/login");
    assertThat(message.path("redirect_uris").toString())
        .isEqualTo("[\"http://127.0.0.1:8080/lti/launch\"]");
    assertThat(message.path("jwks_uri").asText())
        .isEqualTo("http://127.0.0.1:8080/.well-known/jwks.json");
    assertThat(message.path("token_endpoint_auth_method").asText()).isEqualTo("private_key_jwt");
    assertThat(message.path("client_name").asText()).isEqualTo("Badge Bridge");
    assertThat(message.has("client_name#nl")).isTrue();
    assertThat(message.path("logo_uri").asText())
        .isEqualTo("http://127.0.0.1:8080/assets/icon.svg");
    assertThat(message.path("scope").asText().split(" ")).hasSize(4);

    JsonNode configuration = message.path(RegistrationMessage.TOOL_CONFIGURATION);
    assertThat(configuration.path("domain").asText()).isEqualTo("127.0.0.1:8080");
    assertThat(configuration.path("claims").toString()).contains("name", "email");
    assertThat(configuration.path("custom_parameters").path("context_id_history").asText())
        .isEqualTo("$Context.id.history");
    assertThat(configuration.path("messages").findValuesAsText("type"))
        .containsExactly("LtiDeepLinkingRequest", "LtiResourceLinkRequest");
    assertThat(configuration.path("messages").get(0).has("placements")).isFalse();
  }

  @Test
  void addsWhatCanvasNeeds() throws JsonProcessingException {
    JsonNode message = new ObjectMapper().readTree(RegistrationMessage.of(TOOL, Product.CANVAS));
    JsonNode configuration = message.path(RegistrationMessage.TOOL_CONFIGURATION);

    assertThat(configuration.path("messages").get(0).path("placements").toString())
        .contains("assignment_selection", "link_selection");
    assertThat(configuration.path("https://canvas.instructure.com/lti/privacy_level").asText())
        .isEqualTo("public");
    assertThat(message.path("scope").asText().split(" "))
        .hasSize(5)
        .contains("https://purl.imsglobal.org/spec/lti/scope/noticehandlers");
  }
}
