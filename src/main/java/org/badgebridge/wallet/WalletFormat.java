package org.badgebridge.wallet;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The forms in which a wallet can be given a badge (OpenID4VCI 1.0, Appendix A). */
enum WalletFormat {
  /** The signed document (A.1.2, Data Integrity). */
  LDP("OpenBadge_ldp", "ldp_vc", "eddsa-rdfc-2022"),

  /** The same as a JSON Web Token, for wallets that read only those (A.1.1). */
  JWT("OpenBadge_jwt", "jwt_vc_json", "RS256");

  private final String configuration;
  private final String wire;
  private final String algorithm;

  WalletFormat(String configuration, String wire, String algorithm) {
    this.configuration = configuration;
    this.wire = wire;
    this.algorithm = algorithm;
  }

  /** Its {@code credential_configuration_id}. */
  String configuration() {
    return configuration;
  }

  /** Its {@code format}. */
  String wire() {
    return wire;
  }

  /** How it is signed. */
  String algorithm() {
    return algorithm;
  }

  static WalletFormat ofForm(String value) {
    return value.equalsIgnoreCase(JWT.name()) ? JWT : LDP;
  }

  static Optional<WalletFormat> ofConfiguration(String id) {
    return Stream.of(values()).filter(each -> each.configuration.equals(id)).findFirst();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
