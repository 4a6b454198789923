package org.badgebridge.backpack.host;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a host says of itself. */
final class SampleHost {

  static final String BACK = "https://host.example.org/back";
  static final String ALL =
      HostScope.CREDENTIALS.wire()
          + " "
          + HostScope.PROFILE.wire()
          + " "
          + HostScope.OFFLINE.wire();

  private SampleHost() {}

  /** All of it, in order. */
  static ObjectNode says() {
    ObjectNode says =
        JsonNodeFactory.instance
            .objectNode()
            .put("client_name", "My badges")
            .put("client_uri", "https://host.example.org/")
            .put("logo_uri", "https://host.example.org/logo.png")
            .put("tos_uri", "https://host.example.org/terms")
            .put("policy_uri", "https://host.example.org/privacy")
            .put("software_id", "my-badges")
            .put("software_version", "1.0")
            .put("token_endpoint_auth_method", "client_secret_basic")
            .put("scope", ALL);
    says.putArray("grant_types").add("authorization_code").add("refresh_token");
    says.putArray("response_types").add("code");
    says.putArray("redirect_uris").add(BACK);
    return says;
  }
}
