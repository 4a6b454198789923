package org.badgebridge.backpack.host;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;

/** The same in the words of OAuth (RFC 8414), for hosts that check {@code iss} (RFC 9207). */
@Path("/.well-known/oauth-authorization-server" + HostAddresses.BASE)
public class AuthorizationServerResource {

  private static final List<ClientAuthenticationMethod> BASIC =
      List.of(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);

  private final HostAddresses addresses;

  @Inject
  AuthorizationServerResource(HostAddresses addresses) {
    this.addresses = addresses;
  }

  @GET
  public Response show() {
    return Response.ok(metadata().toJSONObject().toJSONString(), MediaType.APPLICATION_JSON_TYPE)
        .header("Access-Control-Allow-Origin", "*")
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
        .build();
  }

  private AuthorizationServerMetadata metadata() {
    AuthorizationServerMetadata metadata = new AuthorizationServerMetadata(addresses.issuer());
    metadata.setAuthorizationEndpointURI(URI.create(addresses.authorize()));
    metadata.setTokenEndpointURI(URI.create(addresses.token()));
    metadata.setRevocationEndpointURI(URI.create(addresses.revoke()));
    metadata.setRegistrationEndpointURI(URI.create(addresses.register()));
    metadata.setScopes(HostScope.scope(EnumSet.allOf(HostScope.class)));
    metadata.setResponseTypes(List.of(ResponseType.CODE));
    metadata.setResponseModes(List.of(ResponseMode.QUERY));
    metadata.setGrantTypes(List.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN));
    metadata.setCodeChallengeMethods(List.of(CodeChallengeMethod.S256));
    metadata.setTokenEndpointAuthMethods(BASIC);
    metadata.setRevocationEndpointAuthMethods(BASIC);
    metadata.setSupportsAuthorizationResponseIssuerParam(true);
    metadata.setServiceDocsURI(URI.create(addresses.guide()));
    return metadata;
  }
}
