package org.badgebridge.credential;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.badgebridge.institution.Issuer;
import org.badgebridge.institution.Issuers;
import org.jspecify.annotations.Nullable;

/**
 * Who stands behind a badge: a page for people, an Open Badges Profile for programs, and the DID
 * document with the keys.
 */
@Path("/issuers/{id}")
public class IssuerPage {

  private final Issuers issuers;
  private final DidDocuments dids;
  private final IssuerProfile profile;

  @Inject
  IssuerPage(Issuers issuers, DidDocuments dids, IssuerProfile profile) {
    this.issuers = issuers;
    this.dids = dids;
    this.profile = profile;
  }

  @GET
  public Response show(
      @PathParam("id") String id,
      @HeaderParam("Accept") @Nullable String accept,
      @HeaderParam("Accept-Language") @Nullable String languages) {
    Issuer issuer = issuers.get(Documents.id(id));
    String type = Documents.negotiated(id, accept);
    Response.ResponseBuilder answer =
        type == null
            ? Response.ok(profile.page(issuer, languages), "text/html;charset=UTF-8")
            : Documents.open(Response.ok(profile.document(issuer).toString(), type));
    return answer.header("Vary", "Accept").build();
  }

  /** Where the method {@code did:web} looks. */
  @GET
  @Path("did.json")
  public Response did(@PathParam("id") String id) {
    return Documents.did(dids.issuer(issuers.get(Documents.id(id)).id()));
  }
}
