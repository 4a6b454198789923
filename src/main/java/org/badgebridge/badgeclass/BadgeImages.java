package org.badgebridge.badgeclass;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.badgebridge.keys.Digests;
import org.badgebridge.web.ContentSecurity;
import org.badgebridge.web.Words;

/** The pictures of badges. An image opened as a page of its own may load and run nothing. */
@Path("/")
public class BadgeImages {

  private static final String SVG = "image/svg+xml";
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; sandbox";

  /** How long a picture may be shown without asking again; the wording can change. */
  private static final String HOUR = "public, max-age=3600";

  private static final String PRIVATE = "private, max-age=300";

  private final PublicBadges badges;
  private final BadgeDrawing drawing;
  @Context private Request request;
  @Context private HttpServletResponse response;

  @Inject
  public BadgeImages(PublicBadges badges, BadgeDrawing drawing) {
    this.badges = badges;
    this.drawing = drawing;
  }

  @GET
  @Path("badges/{id: [0-9a-f-]{36}}/image.svg")
  public Response svg(@PathParam("id") UUID id) {
    String svg = drawing.svg(badges.get(id));
    return answer(svg, SVG, HOUR, () -> svg);
  }

  @GET
  @Path("badges/{id: [0-9a-f-]{36}}/image.png")
  public Response png(@PathParam("id") UUID id, @QueryParam("size") @DefaultValue("600") int size) {
    BadgeClass badgeClass = badges.get(id);
    String source = BadgeDrawing.pixels(size) + drawing.svg(badgeClass);
    return answer(source, "image/png", HOUR, () -> drawing.png(badgeClass, size));
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
    return answer(svg, SVG, PRIVATE, () -> svg);
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
    return answer(svg, SVG, HOUR, () -> svg);
  }

  private Response answer(String source, String type, String caching, Supplier<Object> body) {
    ContentSecurity.apply(response, NOTHING);
    response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Cache-Control", caching);
    EntityTag tag = new EntityTag(Digests.sha256(source));
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    return unchanged == null
        ? Response.ok(body.get(), type).tag(tag).build()
        : unchanged.tag(tag).build();
  }
}
