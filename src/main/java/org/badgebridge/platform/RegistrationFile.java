package org.badgebridge.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.badgebridge.keys.Digests;
import org.jspecify.annotations.Nullable;

/**
 * One file of {@code lti-config/platforms}.
 *
 * @param name the file's name without its folder
 * @param digest of its content, to tell a changed file from one already applied
 */
record RegistrationFile(
    String name, String institution, boolean enabled, Registration values, String digest) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A file that cannot be read as a registration; the message says why, for the operator. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message);
    }
  }

  static RegistrationFile parse(String name, String content) throws Unreadable {
    JsonNode json;
    try {
      json = JSON.readTree(content);
    } catch (JsonProcessingException e) {
      throw new Unreadable(
          "not JSON, line " + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()));
    }
    if (!json.isObject()) {
      throw new Unreadable("not a JSON object");
    }
    String slug = text(json, "product");
    Product product = slug.isEmpty() ? Product.GENERIC : Product.of(slug);
    if (product == null) {
      throw new Unreadable(
          "product is none of moodle, canvas, brightspace, blackboard, sakai, generic");
    }
    String issuer = text(json, "issuer");
    String title = text(json, "name");
    String audience = text(json, "auth_audience");
    Registration values =
        new Registration(
            title.isEmpty() ? name(product, issuer) : title,
            product,
            issuer,
            text(json, "client_id"),
            text(json, "auth_login_url"),
            text(json, "auth_token_url"),
            audience.isEmpty() ? null : audience,
            text(json, "key_set_url"),
            list(json, "service_hosts"),
            list(json, "deployment_ids"));
    return new RegistrationFile(
        name,
        text(json, "institution"),
        json.path("enabled").asBoolean(true),
        values,
        Digests.sha256(content));
  }

  /** What a platform without a name is called: product and host. */
  static String name(Product product, @Nullable String address) {
    URI uri = Addresses.http(address);
    return product.title() + (uri == null ? "" : " · " + Addresses.host(uri));
  }

  private static String text(JsonNode json, String key) throws Unreadable {
    JsonNode value = json.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (!value.isTextual()) {
      throw new Unreadable(key + " is not a text");
    }
    return value.textValue().strip();
  }

  private static List<String> list(JsonNode json, String key) throws Unreadable {
    List<String> values = new ArrayList<>();
    JsonNode list = json.path(key);
    if (!list.isMissingNode() && !list.isNull() && !list.isArray()) {
      throw new Unreadable(key + " is not a list");
    }
    for (JsonNode each : list) {
      if (!each.isTextual() && !each.isIntegralNumber()) {
        throw new Unreadable(key + " holds something that is not a text");
      }
      values.add(each.asText());
    }
    return List.copyOf(values);
  }
}
