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
import org.badgebridge.credential.disclosure.Disclosure;
import org.badgebridge.drawing.Pictures;
import org.badgebridge.web.ContentSecurity;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * A public badge: a page for people, its signed forms for programs, and files to take along. A
 * private badge, somebody else's and one that never was get the same answer. So do the signed forms
 * where the owner leaves something out that they state, because nothing can be cut out of them.
 */
@Path("/assertions/{id}")
public class AssertionPage {

  /** Made private or revoked, it must be so at once. */
  private static final String CACHING = "no-cache";

  private final Credentials credentials;
  private final PublicView view;
  private final Renditions renditions;
  private final Holder holder;
  private final AwardedVersion awarded;
  private final Addresses addresses;
  @Context private Request request;
  @Context private HttpServletResponse response;

  @Inject
  AssertionPage(
      Credentials credentials,
      PublicView view,
      Renditions renditions,
      Holder holder,
      AwardedVersion awarded,
      Addresses addresses) {
    this.credentials = credentials;
    this.view = view;
    this.renditions = renditions;
    this.holder = holder;
    this.awarded = awarded;
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
    Disclosure shown = credential.disclosure();
    boolean whole = IssuedBadge.read(credential).isWhole(shown);
    Rendition rendition = asked.rendition();
    response.setHeader("Vary", "Accept, Accept-Language");
    if (rendition == null) {
      if (whole) {
        links(credential);
      }
      return page(view.badge(credential, languages));
    }
    if (!whole) {
      throw Credentials.missing();
    }
    Renditions.File file =
        renditions.file(
            credential,
            rendition,
            Words.choose(language, languages),
            holder.name(credential, shown));
    if (rendition == Rendition.PDF) {
      // shown in place it could run nothing, which viewers of browsers take for a fault
      response.setHeader("Content-Disposition", file.attachment(credential));
    }
    return Pictures.answer(
        request, response, file.source(), asked.type(), CACHING, () -> file.bytes().get());
  }

  /** The picture that other sites show beside a link to it (Open Graph). */
  @GET
  @Path("card.png")
  public Response card(@PathParam("id") String segment) {
    Credential credential = credentials.inPublic(Documents.id(segment));
    String issuer = IssuedBadge.read(credential).issuer();
    var version = awarded.of(credential);
    return Pictures.answer(
        request,
        response,
        issuer + awarded.svg(version),
        "image/png",
        CACHING,
        () -> awarded.card(version, issuer));
  }

  /** A block that any page may show in a frame; it sets no cookie and runs nothing. */
  @GET
  @Path("embed")
  public Response embed(
      @PathParam("id") String segment, @HeaderParam("Accept-Language") @Nullable String languages) {
    Credential credential = credentials.inPublic(Documents.id(segment));
    ContentSecurity.apply(
        response, "default-src 'none'; img-src 'self'; style-src 'self'; frame-ancestors *");
    response.setHeader("Vary", "Accept-Language");
    return page(view.embed(credential, languages));
  }

  private static Response page(String html) {
    return Response.ok(html, "text/html;charset=UTF-8").header("Cache-Control", CACHING).build();
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
