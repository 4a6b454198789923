package org.badgebridge.wallet;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Well-known before the path of the issuer (RFC 8414 §3). */
@Path("/.well-known/oauth-authorization-server/vci")
public class ServerMetadataResource {

  private final WalletMetadata metadata;

  @Inject
  ServerMetadataResource(WalletMetadata metadata) {
    this.metadata = metadata;
  }

  @GET
  public Response show() {
    return VciAnswers.ok(metadata.authorizationServer());
  }
}
