package org.badgebridge.credential.hosted;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.badgebridge.badgeclass.BadgeVersion;
import org.badgebridge.external.PublicOrigin;

/** The addresses of Open Badges 2.0 documents, which are their ids, too. */
@ApplicationScoped
public class HostedAddresses {

  /** Of the generation, below the public address. */
  static final String ROOT = "/ob2";

  private final PublicOrigin origin;

  @Inject
  public HostedAddresses(PublicOrigin origin) {
    this.origin = origin;
  }

  /** An earned badge. */
  public String assertion(UUID credentialId) {
    return origin.at(ROOT + "/assertions/" + credentialId);
  }

  /** A badge class in its newest version. */
  String newest(UUID badgeClassId) {
    return origin.at(ROOT + "/badges/" + badgeClassId);
  }

  /** A version of a badge class. */
  public String badgeClass(BadgeVersion version) {
    return origin.at(ROOT + version.path());
  }

  /** An issuer. */
  public String issuer(UUID issuerId) {
    return origin.at(ROOT + "/issuers/" + issuerId);
  }
}
