package org.badgebridge.platform;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of a registration as they stand in the form, and back. */
final class PlatformForm {

  static final List<String> FIELDS =
      List.of(
          "institution",
          "name",
          "product",
          "issuer",
          "client_id",
          "auth_login_url",
          "auth_token_url",
          "auth_audience",
          "key_set_url",
          "service_hosts",
          "deployment_ids");

  private PlatformForm() {}

  static Map<String, String> empty() {
    Map<String, String> values = new LinkedHashMap<>();
    FIELDS.forEach(field -> values.put(field, ""));
    values.put("product", Product.MOODLE.slug());
    return values;
  }

  static Map<String, String> of(Platform platform, String institution) {
    Map<String, String> values = empty();
    String audience = platform.authAudience();
    values.put("institution", institution);
    values.put("name", platform.name());
    values.put("product", platform.product().slug());
    values.put("issuer", platform.issuer());
    values.put("client_id", platform.clientId());
    values.put("auth_login_url", platform.authLoginUrl());
    values.put("auth_token_url", platform.authTokenUrl());
    values.put("auth_audience", audience == null ? "" : audience);
    values.put("key_set_url", platform.keySetUrl());
    values.put("service_hosts", String.join(" ", platform.registration().serviceHosts()));
    return values;
  }

  static Map<String, String> of(MultivaluedMap<String, String> sent) {
    Map<String, String> values = empty();
    values.replaceAll(
        (field, none) -> {
          String value = sent.getFirst(field);
          return value == null ? "" : value.strip();
        });
    return values;
  }

  static Registration registration(Map<String, String> values) {
    Product product = Product.of(values.get("product"));
    Product known = product == null ? Product.GENERIC : product;
    String name = text(values, "name");
    String issuer = text(values, "issuer");
    String audience = text(values, "auth_audience");
    return new Registration(
        name.isEmpty() ? RegistrationFile.name(known, issuer) : name,
        known,
        issuer,
        text(values, "client_id"),
        text(values, "auth_login_url"),
        text(values, "auth_token_url"),
        audience.isEmpty() ? null : audience,
        text(values, "key_set_url"),
        Registration.words(text(values, "service_hosts")),
        Registration.lines(text(values, "deployment_ids")));
  }

  private static String text(Map<String, String> values, String field) {
    return values.getOrDefault(field, "");
  }
}
