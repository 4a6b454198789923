package org.badgebridge.staff;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.badgebridge.institution.Issuer;
import org.badgebridge.institution.IssuerSettings;
import org.jspecify.annotations.Nullable;

/** Between the settings of an issuer and the fields of their form. */
final class IssuerForm {

  private IssuerForm() {}

  static Map<String, String> values(Issuer issuer, Locale language) {
    IssuerSettings settings = issuer.settings(language);
    Map<String, String> values = new TreeMap<>();
    values.put("version", Long.toString(issuer.version()));
    Typed.put(values, settings.naming());
    values.put("group", settings.groupId() == null ? "" : settings.groupId().toString());
    Typed.put(values, "url", settings.url());
    Typed.put(values, "email", settings.email());
    return values;
  }

  static IssuerSettings settings(Typed typed) {
    return new IssuerSettings(
        typed.naming(), group(typed), typed.optional("url"), typed.optional("email"));
  }

  /** The chosen issuer group; what is no id is none that exists. */
  static @Nullable UUID group(Typed typed) {
    String chosen = typed.value("group");
    if (chosen.isEmpty()) {
      return null;
    }
    try {
      return UUID.fromString(chosen);
    } catch (IllegalArgumentException e) {
      return new UUID(0, 0);
    }
  }
}
