package org.badgebridge.badgeclass;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.badgebridge.drawing.BadgeDrawing;
import org.badgebridge.drawing.Look;
import org.badgebridge.drawing.Pictures;

/** The pictures of public badges, below the address of {@link BadgeResource}, as routing needs. */
@Path("/badges")
public class BadgeImages {

  private final PublicBadges badges;
  private final BadgeLooks looks;
  private final BadgeDrawing drawing;
  @Context private Request request;
  @Context private HttpServletResponse response;

  @Inject
  public BadgeImages(PublicBadges badges, BadgeLooks looks, BadgeDrawing drawing) {
    this.badges = badges;
    this.looks = looks;
    this.drawing = drawing;
  }

  @GET
  @Path("{id: [0-9a-f-]{36}}/image.svg")
  public Response svg(@PathParam("id") UUID id) {
    return svg(looks.of(badges.get(id)));
  }

  @GET
  @Path("{id: [0-9a-f-]{36}}/image.png")
  public Response png(@PathParam("id") UUID id, @QueryParam("size") @DefaultValue("600") int size) {
    return png(looks.of(badges.get(id)), size);
  }

  /** For social networks: 1200 by 630 pixels, with the name and the issuer. */
  @GET
  @Path("{id: [0-9a-f-]{36}}/card.png")
  public Response card(@PathParam("id") UUID id) {
    BadgeClass badgeClass = badges.get(id);
    Look look = looks.of(badgeClass);
    String issuer = badges.issuerOf(badgeClass).name();
    String source = issuer + drawing.svg(look);
    return Pictures.answer(
        request, response, source, "image/png", Pictures.HOUR, () -> drawing.card(look, issuer));
  }

  @GET
  @Path("{id: [0-9a-f-]{36}}/versions/{number: [0-9]{1,6}}/image.svg")
  public Response versionSvg(@PathParam("id") UUID id, @PathParam("number") int number) {
    return svg(look(id, number));
  }

  @GET
  @Path("{id: [0-9a-f-]{36}}/versions/{number: [0-9]{1,6}}/image.png")
  public Response versionPng(
      @PathParam("id") UUID id,
      @PathParam("number") int number,
      @QueryParam("size") @DefaultValue("600") int size) {
    return png(look(id, number), size);
  }

  private Look look(UUID id, int number) {
    return looks.of(badges.version(id, number).content(), badges.institutionOf(id));
  }

  private Response svg(Look look) {
    String svg = drawing.svg(look);
    return Pictures.answer(request, response, svg, Pictures.SVG, Pictures.HOUR, () -> svg);
  }

  private Response png(Look look, int size) {
    String source = BadgeDrawing.pixels(size) + drawing.svg(look);
    return Pictures.answer(
        request, response, source, "image/png", Pictures.HOUR, () -> drawing.png(look, size));
  }
}
