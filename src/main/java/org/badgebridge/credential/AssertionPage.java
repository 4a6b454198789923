package org.badgebridge.credential;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * A public badge: a page for people, the signed document for programs. A private badge, somebody
 * else's and one that never was get the same answer.
 */
@Path("/assertions/{id}")
public class AssertionPage {

  private final Credentials credentials;
  private final PublicView view;

  @Inject
  AssertionPage(Credentials credentials, PublicView view) {
    this.credentials = credentials;
    this.view = view;
  }

  @GET
  public Response show(
      @PathParam("id") String id,
      @HeaderParam("Accept") @Nullable String accept,
      @HeaderParam("Accept-Language") @Nullable String languages) {
    Credential credential = credentials.inPublic(Documents.id(id));
    String type = Documents.negotiated(id, accept);
    Response.ResponseBuilder answer =
        type == null
            ? Response.ok(view.badge(credential, languages), "text/html;charset=UTF-8")
            : Documents.open(Response.ok(credential.document(), type));
    // no-cache: made private or revoked, it must be so at once
    return answer.header("Cache-Control", "no-cache").header("Vary", "Accept").build();
  }
}
