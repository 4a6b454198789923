package org.badgebridge.web.embed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * oEmbed 1.0: editors of other sites turn the address of a page of ours into a block ({@code rich},
 * §2.3.4.4). JSON only; for XML the specification wants 501. What nobody may see is not found.
 */
@Path("/oembed")
public class OembedResource {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Iterable<Embeddable> pages;
  private final PublicOrigin origin;

  @Inject
  public OembedResource(@Any Instance<Embeddable> pages, PublicOrigin origin) {
    this.pages = pages;
    this.origin = origin;
  }

  /**
   * The block of a page.
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
    Block block = block(url, Words.choose(languages));
    int width = maxWidth == null ? Frames.WIDTH : Math.max(1, Math.min(Frames.WIDTH, maxWidth));
    int height =
        maxHeight == null ? Frames.HEIGHT : Math.max(1, Math.min(Frames.HEIGHT, maxHeight));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("version", "1.0");
    body.put("type", "rich");
    body.put("title", block.title());
    body.put("author_name", block.author());
    body.put("author_url", origin.at(block.authorPath()));
    body.put("provider_name", "Badge Bridge");
    body.put("provider_url", origin.at("/"));
    body.put("cache_age", 3600);
    body.put("thumbnail_url", origin.at(block.thumbnail()));
    body.put("thumbnail_width", block.thumbnailWidth());
    body.put("thumbnail_height", block.thumbnailHeight());
    body.put("html", Frames.html(origin.at(block.frame()), width, height, block.title()));
    body.put("width", width);
    body.put("height", height);
    return Response.ok(JSON.writeValueAsString(body))
        .header("Access-Control-Allow-Origin", "*")
        .header("Vary", "Accept-Language")
        .build();
  }

  private Block block(String url, Locale reader) {
    String home = origin.at("/");
    String path = url.startsWith(home) ? url.substring(home.length() - 1) : "";
    for (Embeddable each : pages) {
      Optional<Block> found = each.block(path, reader);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
  }
}
