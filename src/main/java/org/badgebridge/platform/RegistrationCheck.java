package org.badgebridge.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.badgebridge.external.PublicOrigin;

/** Tells what is wrong with the values of a registration, field by field. */
@ApplicationScoped
class RegistrationCheck {

  static final String MISSING = "platform.fault.missing";
  static final String TOO_LONG = "platform.fault.too-long";
  static final String ADDRESS = "platform.fault.address";
  static final String HOSTS = "platform.fault.hosts";

  static final int LONGEST_NAME = 200;
  static final int LONGEST_ID = 255;
  private static final int LONGEST_ISSUER = 500;
  private static final int LONGEST_ADDRESS = 1000;
  private static final int LONGEST_HOSTS = 2000;
  private static final Pattern HOST = Pattern.compile("[a-zA-Z0-9.-]+(:\\d{1,5})?");

  private final PublicOrigin publicOrigin;

  @Inject
  RegistrationCheck(PublicOrigin publicOrigin) {
    this.publicOrigin = publicOrigin;
  }

  /** Message keys by field (the names that files and forms use); empty if all is well. */
  Map<String, String> faults(Registration values, String institution) {
    Map<String, String> faults = new LinkedHashMap<>();
    text(faults, "institution", institution, LONGEST_NAME);
    text(faults, "name", values.name(), LONGEST_NAME);
    text(faults, "issuer", values.issuer(), LONGEST_ISSUER);
    text(faults, "client_id", values.clientId(), LONGEST_ID);
    address(faults, "auth_login_url", values.authLoginUrl());
    address(faults, "auth_token_url", values.authTokenUrl());
    address(faults, "key_set_url", values.keySetUrl());
    if (values.authAudience() != null) {
      text(faults, "auth_audience", values.authAudience(), LONGEST_ADDRESS);
    }
    hosts(faults, values.serviceHosts());
    if (values.deploymentIds().stream().anyMatch(id -> id.isEmpty() || id.length() > LONGEST_ID)) {
      faults.put("deployment_ids", TOO_LONG);
    }
    return faults;
  }

  private static void text(Map<String, String> faults, String field, String value, int longest) {
    if (value.isBlank()) {
      faults.put(field, MISSING);
    } else if (value.length() > longest) {
      faults.put(field, TOO_LONG);
    }
  }

  private void address(Map<String, String> faults, String field, String value) {
    text(faults, field, value, LONGEST_ADDRESS);
    if (!faults.containsKey(field) && !callable(value)) {
      faults.put(field, ADDRESS);
    }
  }

  /** Whether we would call that address: https, or plain http while we run on loopback. */
  boolean callable(String value) {
    URI uri = Addresses.http(value);
    return uri != null
        && uri.getRawUserInfo() == null
        && uri.getRawFragment() == null
        && ("https".equalsIgnoreCase(uri.getScheme()) || publicOrigin.loopback());
  }

  private static void hosts(Map<String, String> faults, List<String> hosts) {
    if (String.join(" ", hosts).length() > LONGEST_HOSTS) {
      faults.put("service_hosts", TOO_LONG);
    } else if (!hosts.stream().allMatch(host -> HOST.matcher(host).matches())) {
      faults.put("service_hosts", HOSTS);
    }
  }
}
