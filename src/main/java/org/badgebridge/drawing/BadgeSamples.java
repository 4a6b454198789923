package org.badgebridge.drawing;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of no badge in particular: a preview while typing, and the marks of lists and legend.
 * They show what the address says and an institution's grammar, both of which are public.
 */
@Path("/")
public class BadgeSamples {

  private final VisualGrammars grammars;
  private final BadgeDrawing drawing;
  @Context private Request request;
  @Context private HttpServletResponse response;

  @Inject
  public BadgeSamples(VisualGrammars grammars, BadgeDrawing drawing) {
    this.grammars = grammars;
    this.drawing = drawing;
  }

  /** A badge, a type or a theme that is still being typed; see {@link DraftLook}. */
  @GET
  @Path("badge-preview.svg")
  public Response preview(
      @QueryParam("institution") @Nullable UUID institution, @Context UriInfo address) {
    Look look = new DraftLook(address.getQueryParameters()).look(grammars.of(institution));
    String svg = drawing.svg(look);
    return Pictures.answer(request, response, svg, Pictures.SVG, Pictures.PRIVATE, () -> svg);
  }

  /** Border and picture without a name, for small places and the legend. */
  @GET
  @Path("badge-marks/{type}/{theme}.svg")
  public Response mark(
      @QueryParam("institution") @Nullable UUID institution,
      @PathParam("type") String type,
      @PathParam("theme") String theme) {
    Look look = grammars.of(institution).look(type, theme, "", Locale.ENGLISH);
    String svg = drawing.mark(look);
    return Pictures.answer(request, response, svg, Pictures.SVG, Pictures.HOUR, () -> svg);
  }
}
