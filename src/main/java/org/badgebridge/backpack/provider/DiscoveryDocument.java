package org.badgebridge.backpack.provider;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.badgebridge.backpack.host.HostAddresses;
import org.badgebridge.backpack.host.HostScope;
import org.badgebridge.web.Words;

/**
 * What this server offers: the OpenAPI file of Open Badges 3.0 (§E.3), with only the operations
 * that there are, and with the members that §7 adds to it. Two places of the specification put
 * those of the server into {@code info} and into the security scheme; here they are in both.
 */
@ApplicationScoped
class DiscoveryDocument {

  private static final String SCHEME = "OAuth2ACG";
  private static final String PRIVACY = "x-imssf-privacyPolicyUrl";

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
        .put("termsOfService", terms())
        .put(PRIVACY, privacy());
    document.putArray("servers").addObject().put("url", addresses.base());
    ObjectNode paths = document.putObject("paths");
    read(paths, DiscoveredOperation.CREDENTIALS, HostScope.CREDENTIALS);
    read(paths, DiscoveredOperation.PROFILE, HostScope.PROFILE);
    DiscoveredOperation.DISCOVERY.add(paths, text("backpack.host.guide.lead"));
    ObjectNode components = document.putObject("components");
    DiscoveredOperation.schemas(components.putObject("schemas"));
    flow(
        components
            .putObject("securitySchemes")
            .putObject(SCHEME)
            .put("type", "oauth2")
            .put("description", text("backpack.host.scope.about"))
            .put("x-imssf-name", text("web.product"))
            .put(PRIVACY, privacy())
            .put("x-imssf-termsOfServiceUrl", terms())
            .put("x-imssf-registrationUrl", addresses.register())
            .putObject("flows")
            .putObject("authorizationCode"));
    return document;
  }

  private String terms() {
    return addresses.guide() + "#terms";
  }

  private String privacy() {
    return addresses.guide() + "#privacy";
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

  private void read(ObjectNode paths, DiscoveredOperation operation, HostScope scope) {
    operation
        .add(paths, text("backpack.host.scope." + scope))
        .putArray("security")
        .addObject()
        .putArray(SCHEME)
        .add(scope.wire());
  }

  /** Developers read it: in the first language. */
  private String text(String key) {
    return words.text(Words.LANGUAGES.get(0), key);
  }
}
