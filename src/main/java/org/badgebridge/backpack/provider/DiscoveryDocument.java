package org.badgebridge.backpack.provider;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.badgebridge.backpack.host.HostAddresses;
import org.badgebridge.backpack.host.HostScope;
import org.badgebridge.web.Words;

/**
 * What this server offers: an OpenAPI 3.0 document with the members that Open Badges 3.0 adds to
 * it, and only the operations that there are.
 */
@ApplicationScoped
class DiscoveryDocument {

  private final HostAddresses addresses;
  private final Words words;

  @Inject
  DiscoveryDocument(HostAddresses addresses, Words words) {
    this.addresses = addresses;
    this.words = words;
  }

  ObjectNode document() {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("openapi", "3.0.1");
    document
        .putObject("info")
        .put("title", text("web.product"))
        .put("description", text("backpack.host.guide.lead"))
        .put("version", "v3p0")
        .put("termsOfService", addresses.guide() + "#terms")
        .put("x-imssf-privacyPolicyUrl", addresses.guide() + "#privacy");
    document.putArray("servers").addObject().put("url", addresses.base());
    ObjectNode paths = document.putObject("paths");
    ObjectNode credentials = read(paths, "/credentials", "getCredentials", HostScope.CREDENTIALS);
    parameters(credentials.putArray("parameters"));
    read(paths, "/profile", "getProfile", HostScope.PROFILE);
    flow(
        document
            .putObject("components")
            .putObject("securitySchemes")
            .putObject("OAuth2ACG")
            .put("type", "oauth2")
            .put("description", text("backpack.host.scope.about"))
            .put("x-imssf-registrationUrl", addresses.register())
            .putObject("flows")
            .putObject("authorizationCode"));
    return document;
  }

  private void flow(ObjectNode flow) {
    ObjectNode scopes =
        flow.put("authorizationUrl", addresses.authorize())
            .put("tokenUrl", addresses.token())
            .put("refreshUrl", addresses.token())
            .putObject("scopes");
    for (HostScope each : HostScope.values()) {
      scopes.put(each.wire(), text("backpack.host.scope." + each));
    }
  }

  private ObjectNode read(ObjectNode paths, String path, String name, HostScope scope) {
    ObjectNode operation =
        paths
            .putObject(path)
            .putObject("get")
            .put("operationId", name)
            .put("summary", text("backpack.host.scope." + scope));
    operation.putArray("security").addObject().putArray("OAuth2ACG").add(scope.wire());
    ObjectNode responses = operation.putObject("responses");
    responses
        .putObject("200")
        .put("description", "OK")
        .putObject("content")
        .putObject("application/json")
        .putObject("schema")
        .put("type", "object");
    List.of("400", "401", "403", "429", "default")
        .forEach(each -> responses.putObject(each).put("description", "Imsx_StatusInfo"));
    return operation;
  }

  private static void parameters(ArrayNode parameters) {
    parameter(parameters, "limit").put("type", "integer").put("minimum", 1);
    parameter(parameters, "offset").put("type", "integer").put("minimum", 0);
    parameter(parameters, "since").put("type", "string").put("format", "date-time");
  }

  private static ObjectNode parameter(ArrayNode parameters, String name) {
    return parameters.addObject().put("name", name).put("in", "query").putObject("schema");
  }

  /** Developers read it: in the first language. */
  private String text(String key) {
    return words.text(Words.LANGUAGES.get(0), key);
  }
}
