package org.badgebridge.drawing;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.badgebridge.keys.Digests;
import org.badgebridge.web.ContentSecurity;

/** How pictures are answered. One opened as a page of its own may load and run nothing. */
public final class Pictures {

  /** Their media type. */
  public static final String SVG = "image/svg+xml";

  /** How long a picture may be shown without asking again; the wording can change. */
  public static final String HOUR = "public, max-age=3600";

  /** How long a picture that never changes may be shown without asking again. */
  public static final String DAY = "public, max-age=86400, immutable";

  /** What only this browser may keep, for a while. */
  public static final String PRIVATE = "private, max-age=300";

  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; sandbox";

  private Pictures() {}

  /**
   * The picture, unless the browser has it.
   *
   * @param source what the picture is made from: the same source, the same picture
   */
  public static Response answer(
      Request request,
      HttpServletResponse response,
      String source,
      String type,
      String caching,
      Supplier<Object> body) {
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
