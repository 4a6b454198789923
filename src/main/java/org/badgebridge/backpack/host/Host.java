package org.badgebridge.backpack.host;

import com.nimbusds.oauth2.sdk.client.ClientMetadata;
import java.util.Set;
import java.util.UUID;

/**
 * A service that registered itself to read backpacks. Anybody can: what it says of itself is its
 * word, except that all of it lies at one site.
 *
 * @param id its {@code client_id}
 * @param site the host name of all its addresses
 */
public record Host(UUID id, String site, ClientMetadata metadata) {

  /** How it calls itself. */
  public String name() {
    return metadata.getName();
  }

  public String website() {
    return metadata.getURI().toString();
  }

  public String terms() {
    return metadata.getTermsOfServiceURI().toString();
  }

  public String policy() {
    return metadata.getPolicyURI().toString();
  }

  /** Whether it registered this address, letter by letter (RFC 9700 §2.1). */
  boolean redirectsTo(String address) {
    return metadata.getRedirectionURIStrings().contains(address);
  }

  Set<HostScope> scopes() {
    return HostScope.among(metadata.getScope());
  }
}
