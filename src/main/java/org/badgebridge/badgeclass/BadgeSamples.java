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
import java.util.Locale;
import org.badgebridge.web.Words;

/** Pictures of no badge in particular: a preview while typing, and the marks of the legend. */
@Path("/")
public class BadgeSamples {

  private final BadgeDrawing drawing;
  @Context private Request request;
  @Context private HttpServletResponse response;

  @Inject
  public BadgeSamples(BadgeDrawing drawing) {
    this.drawing = drawing;
  }

  /** A badge that is still being typed. */
  @GET
  @Path("badge-preview.svg")
  public Response preview(
      @QueryParam("type") @DefaultValue("") String type,
      @QueryParam("theme") @DefaultValue("") String theme,
      @QueryParam("name") @DefaultValue("") String name,
      @QueryParam("language") @DefaultValue("en") String language) {
    String svg =
        drawing.svg(
            BadgeType.named(type).orElse(BadgeType.ACHIEVEMENT),
            Theme.named(theme).orElse(Theme.COMMUNITY),
            name.substring(0, Math.min(name.length(), BadgeClassDraft.NAME_LENGTH)),
            Words.choose(language));
    return Pictures.answer(request, response, svg, Pictures.SVG, Pictures.PRIVATE, () -> svg);
  }

  /** Border and picture without a name, for small places and the legend. */
  @GET
  @Path("badge-marks/{type}-{theme}.svg")
  public Response mark(@PathParam("type") String type, @PathParam("theme") String theme) {
    String svg =
        drawing.mark(
            BadgeType.named(type).orElse(BadgeType.ACHIEVEMENT),
            Theme.named(theme).orElse(Theme.COMMUNITY),
            "",
            Locale.ENGLISH);
    return Pictures.answer(request, response, svg, Pictures.SVG, Pictures.HOUR, () -> svg);
  }
}
