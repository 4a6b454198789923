package org.badgebridge.wallet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.badgebridge.external.PublicOrigin;

/** Where wallets find us: all that they ask lies below the credential issuer's identifier. */
@ApplicationScoped
class IssuerAddresses {

  private final PublicOrigin origin;

  @Inject
  IssuerAddresses(PublicOrigin origin) {
    this.origin = origin;
  }

  /** The credential issuer, who is its own authorization server. */
  String issuer() {
    return origin.at("/vci");
  }

  String token() {
    return origin.at("/vci/token");
  }

  String nonce() {
    return origin.at("/vci/nonce");
  }

  String credential() {
    return origin.at("/vci/credential");
  }

  /** What a telephone's wallet opens (§4.1.2, §4.1.3). */
  String offer(String name) {
    return "openid-credential-offer://?credential_offer_uri="
        + URLEncoder.encode(origin.at("/vci/offers/" + name), StandardCharsets.UTF_8);
  }
}
