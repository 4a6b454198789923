package org.badgebridge.credential;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The tool's own DID document, where the method {@code did:web} looks for it. */
@Path("/.well-known/did.json")
public class DidResource {

  private final DidDocuments documents;

  @Inject
  DidResource(DidDocuments documents) {
    this.documents = documents;
  }

  @GET
  public Response show() {
    return Documents.did(documents.tool());
  }
}
