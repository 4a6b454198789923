package org.badgebridge.backpack.host;

import com.nimbusds.oauth2.sdk.id.Issuer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.badgebridge.external.PublicOrigin;

/** Where hosts find us. */
@ApplicationScoped
public class HostAddresses {

  /** Below which the Open Badges 3.0 API lies on every server. */
  public static final String BASE = "/ims/ob/v3p0";

  private final PublicOrigin origin;

  @Inject
  public HostAddresses(PublicOrigin origin) {
    this.origin = origin;
  }

  /** The API; as an authorization server we have the same name. */
  public String base() {
    return origin.at(BASE);
  }

  Issuer issuer() {
    return new Issuer(base());
  }

  public String register() {
    return origin.at(BASE + "/register");
  }

  /** A page for people: the only address here that looks at a cookie. */
  public String authorize() {
    return origin.at(AuthorizePage.ADDRESS);
  }

  public String token() {
    return origin.at(BASE + "/token");
  }

  public String revoke() {
    return origin.at(BASE + "/revoke");
  }

  public String credentials() {
    return origin.at(BASE + "/credentials");
  }

  /** What people are told: how it works, on which terms, and what becomes of what is read. */
  public String guide() {
    return origin.at(HostGuidePage.ADDRESS);
  }

  /** Whether hosts on this machine may register, without https. */
  boolean loopback() {
    return origin.loopback();
  }
}
