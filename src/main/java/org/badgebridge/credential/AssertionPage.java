package org.badgebridge.credential;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.badgebridge.drawing.Pictures;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * A public badge: a page for people, its signed forms for programs, and files to take along. A
 * private badge, somebody else's and one that never was get the same answer.
 */
@Path("/assertions/{id}")
public class AssertionPage {

  /** Made private or revoked, it must be so at once. */
  private static final String CACHING = "no-cache";

  private final Credentials credentials;
  private final PublicView view;
  private final Renditions renditions;
  private final Addresses addresses;
  @Context private Request request;
  @Context private HttpServletResponse response;

  @Inject
  AssertionPage(
      Credentials credentials, PublicView view, Renditions renditions, Addresses addresses) {
    this.credentials = credentials;
    this.view = view;
    this.renditions = renditions;
    this.addresses = addresses;
  }

  @GET
  public Response show(
      @PathParam("id") String segment,
      @QueryParam("lang") @Nullable String language,
      @HeaderParam("Accept") @Nullable String accept,
      @HeaderParam("Accept-Language") @Nullable String languages) {
    Asked asked = Asked.of(segment, accept);
    Credential credential = credentials.inPublic(asked.id());
    Rendition rendition = asked.rendition();
    response.setHeader("Vary", "Accept, Accept-Language");
    if (rendition == null) {
      links(credential);
      return Response.ok(view.badge(credential, languages), "text/html;charset=UTF-8")
          .header("Cache-Control", CACHING)
          .build();
    }
    Renditions.File file =
        renditions.file(credential, rendition, Words.choose(language, languages));
    if (rendition == Rendition.PDF) {
      // shown in place it could run nothing, which viewers of browsers take for a fault
      response.setHeader("Content-Disposition", file.attachment(credential));
    }
    return Pictures.answer(
        request, response, file.source(), asked.type(), CACHING, () -> file.bytes().get());
  }

  /** Tells programs that came to the page where the other forms are (RFC 8288). */
  private void links(Credential credential) {
    for (Rendition each : Rendition.values()) {
      String address = addresses.credential(credential.id()) + "." + each.suffix();
      response.addHeader(
          "Link", "<" + address + ">; rel=\"alternate\"; type=\"" + each.type() + "\"");
    }
  }
}
