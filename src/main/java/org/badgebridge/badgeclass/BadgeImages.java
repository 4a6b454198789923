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
    String svg = drawing.svg(looks.of(badges.get(id)));
    return Pictures.answer(request, response, svg, Pictures.SVG, Pictures.HOUR, () -> svg);
  }

  @GET
  @Path("{id: [0-9a-f-]{36}}/image.png")
  public Response png(@PathParam("id") UUID id, @QueryParam("size") @DefaultValue("600") int size) {
    Look look = looks.of(badges.get(id));
    String source = BadgeDrawing.pixels(size) + drawing.svg(look);
    return Pictures.answer(
        request, response, source, "image/png", Pictures.HOUR, () -> drawing.png(look, size));
  }
}
