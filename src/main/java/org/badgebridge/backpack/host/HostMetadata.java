package org.badgebridge.backpack.host;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.client.ClientMetadata;
import com.nimbusds.oauth2.sdk.client.RegistrationError;
import com.nimbusds.oauth2.sdk.id.SoftwareID;
import com.nimbusds.oauth2.sdk.id.SoftwareVersion;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.minidev.json.JSONObject;
import org.badgebridge.web.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What a host says of itself when it registers (RFC 7591 §2, with the members that Open Badges 3.0
 * requires). Kept is what we know; other members are passed over, and scopes that we do not offer
 * are left out of the answer.
 */
final class HostMetadata {

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_ADDRESS = 500;
  private static final int MOST_REDIRECTS = 10;
  private static final Set<GrantType> GRANTS =
      Set.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN);
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final ClientMetadata sent;
  private final boolean local;
  private final ClientMetadata kept = new ClientMetadata();
  private @Nullable String site;

  private HostMetadata(ClientMetadata sent, boolean local) {
    this.sent = sent;
    this.local = local;
  }

  /**
   * What was checked.
   *
   * @param site the host name of every address in it
   */
  record Checked(String site, ClientMetadata metadata) {}

  /**
   * Reads it.
   *
   * @param local whether hosts on this machine may register, without https
   * @throws HostRefused with what to change
   */
  static Checked read(String json, boolean local) {
    try {
      Map<String, Object> members = JSONObjectUtils.parse(json);
      if (members.get("redirect_uris") instanceof List<?> redirects && redirects.contains(null)) {
        throw redirect("each of redirect_uris must be an address");
      }
      ClientMetadata sent = ClientMetadata.parse(new JSONObject(members));
      return new HostMetadata(sent, local).check();
    } catch (IllegalArgumentException e) {
      throw wrong("a member is empty: " + PlainText.optionalLine(e.getMessage()));
    } catch (ParseException e) {
      boolean redirect = RegistrationError.INVALID_REDIRECT_URI.equals(e.getErrorObject());
      throw new HostRefused(
          redirect
              ? RegistrationError.INVALID_REDIRECT_URI
              : RegistrationError.INVALID_CLIENT_METADATA,
          "send one JSON object with the members of RFC 7591: "
              + PlainText.optionalLine(e.getMessage()));
    }
  }

  private Checked check() {
    kept.setName(text("client_name", PlainText.optionalLine(sent.getName())));
    kept.setURI(address("client_uri", sent.getURI()));
    kept.setLogoURI(address("logo_uri", sent.getLogoURI()));
    kept.setTermsOfServiceURI(address("tos_uri", sent.getTermsOfServiceURI()));
    kept.setPolicyURI(address("policy_uri", sent.getPolicyURI()));
    SoftwareID software = sent.getSoftwareID();
    kept.setSoftwareID(
        new SoftwareID(text("software_id", software == null ? "" : software.getValue())));
    SoftwareVersion version = sent.getSoftwareVersion();
    kept.setSoftwareVersion(
        new SoftwareVersion(text("software_version", version == null ? "" : version.getValue())));
    redirects();
    flow();
    scopes();
    return new Checked(String.valueOf(site), kept);
  }

  private static String text(String member, String value) {
    if (value.isBlank() || value.length() > LONGEST_NAME) {
      throw wrong(member + " must have 1 to " + LONGEST_NAME + " characters");
    }
    return value;
  }

  private URI address(String member, @Nullable URI address) {
    if (address == null) {
      throw wrong(member + " is required");
    }
    String fault = fault(address);
    if (fault != null) {
      throw wrong(member + " " + fault);
    }
    return address;
  }

  private void redirects() {
    Set<URI> redirects = sent.getRedirectionURIs();
    if (redirects == null || redirects.isEmpty() || redirects.size() > MOST_REDIRECTS) {
      throw redirect("redirect_uris must have 1 to " + MOST_REDIRECTS + " addresses");
    }
    for (URI each : redirects) {
      String fault = fault(each);
      if (fault != null) {
        throw redirect("each of redirect_uris " + fault);
      }
    }
    kept.setRedirectionURIs(redirects);
  }

  /** What is wrong with an address; null if nothing is. */
  private @Nullable String fault(URI address) {
    String name = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
    if (name.isEmpty()
        || address.getRawUserInfo() != null
        || address.getRawFragment() != null
        || address.toString().length() > LONGEST_ADDRESS) {
      return "must be an address with a host, without user or fragment, up to "
          + LONGEST_ADDRESS
          + " characters";
    }
    boolean here = LOOPBACK.contains(name);
    if (here && !local) {
      return "must not lie on a loopback address";
    }
    if (!("https".equalsIgnoreCase(address.getScheme())
        || (here && "http".equalsIgnoreCase(address.getScheme())))) {
      return "must be https";
    }
    if (site == null) {
      site = name;
    }
    return name.equals(site) ? null : "must lie at the same host as the others, " + site;
  }

  private void flow() {
    ClientAuthenticationMethod method = sent.getTokenEndpointAuthMethod();
    if (method != null && !method.equals(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)) {
      throw wrong("token_endpoint_auth_method must be client_secret_basic");
    }
    kept.setTokenEndpointAuthMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    Set<ResponseType> responses = sent.getResponseTypes();
    if (responses != null && !responses.equals(Set.of(ResponseType.CODE))) {
      throw wrong("response_types must be [\"code\"]");
    }
    kept.setResponseTypes(Set.of(ResponseType.CODE));
    Set<GrantType> grants = sent.getGrantTypes();
    if (grants != null
        && !(GRANTS.containsAll(grants) && grants.contains(GrantType.AUTHORIZATION_CODE))) {
      throw wrong("grant_types must be authorization_code, and refresh_token if wanted");
    }
    kept.setGrantTypes(grants == null ? GRANTS : grants);
  }

  private void scopes() {
    Set<HostScope> scopes = EnumSet.noneOf(HostScope.class);
    scopes.addAll(HostScope.among(sent.getScope()));
    if (!kept.getGrantTypes().contains(GrantType.REFRESH_TOKEN)) {
      scopes.remove(HostScope.OFFLINE);
    }
    if (!HostScope.reads(scopes)) {
      throw wrong(
          "scope must name "
              + HostScope.CREDENTIALS.wire()
              + " or "
              + HostScope.PROFILE.wire()
              + ", separated by spaces: nothing is written here");
    }
    kept.setScope(HostScope.scope(scopes));
  }

  private static HostRefused wrong(String description) {
    return new HostRefused(RegistrationError.INVALID_CLIENT_METADATA, description);
  }

  private static HostRefused redirect(String description) {
    return new HostRefused(RegistrationError.INVALID_REDIRECT_URI, description);
  }
}
