package org.badgebridge.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.Link;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * oEmbed 1.0: editors of other sites turn the address of a badge page into a block ({@code rich},
 * §2.3.4.4). JSON only; for XML the specification wants 501.
 */
@Path("/oembed")
public class OembedResource {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern BADGE =
      Pattern.compile("/badges/([0-9a-f-]{36})(?:/versions/[0-9]{1,6})?/?(?:[?#].*)?");
  private static final int WIDTH = 480;
  private static final int HEIGHT = 160;
  private static final int THUMBNAIL = 400;

  private final BadgeClasses badgeClasses;
  private final Entries entries;
  private final PublicOrigin origin;

  @Inject
  public OembedResource(BadgeClasses badgeClasses, Entries entries, PublicOrigin origin) {
    this.badgeClasses = badgeClasses;
    this.entries = entries;
    this.origin = origin;
  }

  /**
   * The block of a badge page.
   *
   * @param maxWidth in pixels; smaller than our usual width makes the block so narrow
   * @param maxHeight likewise
   */
  @GET
  @Produces("application/json")
  public Response describe(
      @QueryParam("url") @DefaultValue("") String url,
      @QueryParam("format") @DefaultValue("json") String format,
      @QueryParam("maxwidth") @Nullable Integer maxWidth,
      @QueryParam("maxheight") @Nullable Integer maxHeight,
      @HeaderParam("Accept-Language") @Nullable String languages)
      throws JsonProcessingException {
    if (!"json".equals(format)) {
      return Response.status(Response.Status.NOT_IMPLEMENTED).build();
    }
    Entry entry = entries.of(List.of(badge(url)), Words.choose(languages)).get(0);
    int width = maxWidth == null ? WIDTH : Math.max(1, Math.min(WIDTH, maxWidth));
    int height = maxHeight == null ? HEIGHT : Math.max(1, Math.min(HEIGHT, maxHeight));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("version", "1.0");
    body.put("type", "rich");
    body.put("title", entry.name());
    body.put("author_name", entry.issuer());
    body.put("author_url", origin.at("/issuers/" + entry.issuerId()));
    body.put("provider_name", "Badge Bridge");
    body.put("provider_url", origin.at("/"));
    body.put("cache_age", 3600);
    body.put("thumbnail_url", origin.at(entry.path() + "/image.png?size=" + THUMBNAIL));
    body.put("thumbnail_width", THUMBNAIL);
    body.put("thumbnail_height", THUMBNAIL);
    body.put("html", frame(entry, width, height));
    body.put("width", width);
    body.put("height", height);
    return Response.ok(JSON.writeValueAsString(body))
        .header("Access-Control-Allow-Origin", "*")
        .header("Vary", "Accept-Language")
        .build();
  }

  private String frame(Entry entry, int width, int height) {
    return "<iframe src=\"%s\" width=\"%d\" height=\"%d\" title=\"%s\" loading=\"lazy\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\"></iframe>"
        .formatted(origin.at("/embed?badge=" + entry.id()), width, height, escape(entry.name()));
  }

  private BadgeClass badge(String url) {
    String home = origin.at("/");
    Matcher matcher = BADGE.matcher(url.startsWith(home) ? url.substring(home.length() - 1) : "");
    if (!matcher.matches()) {
      throw notFound();
    }
    UUID id = Link.id(matcher.group(1));
    return id == null
        ? nothing()
        : badgeClasses.find(id).filter(BadgeClass::isPublic).orElseThrow(OembedResource::notFound);
  }

  private static BadgeClass nothing() {
    throw notFound();
  }

  private static ProblemException notFound() {
    return new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
