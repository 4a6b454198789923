package org.badgebridge.credential;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.badgebridge.institution.Issuers;

/** DID documents where the method {@code did:web} looks for them. */
@Path("/")
public class DidResource {

  private final DidDocuments documents;
  private final Issuers issuers;

  @Inject
  DidResource(DidDocuments documents, Issuers issuers) {
    this.documents = documents;
    this.issuers = issuers;
  }

  @GET
  @Path(".well-known/did.json")
  public Response tool() {
    return answer(documents.tool());
  }

  @GET
  @Path("issuers/{id}/did.json")
  public Response issuer(@PathParam("id") String id) {
    UUID issuerId = Documents.id(id);
    return answer(documents.issuer(issuers.get(issuerId).id()));
  }

  private static Response answer(JsonObject document) {
    return Documents.open(Response.ok(document.toString(), "application/json"))
        .header("Cache-Control", "public, max-age=60")
        .build();
  }
}
