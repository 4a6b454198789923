package org.badgebridge.wallet;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Well-known before the path of the issuer (OpenID4VCI 1.0 §12.2.2). */
@Path("/.well-known/openid-credential-issuer/vci")
public class IssuerMetadataResource {

  private final WalletMetadata metadata;

  @Inject
  IssuerMetadataResource(WalletMetadata metadata) {
    this.metadata = metadata;
  }

  @GET
  public Response show() {
    return VciAnswers.ok(metadata.credentialIssuer());
  }
}
