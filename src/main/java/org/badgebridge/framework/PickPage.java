package org.badgebridge.framework;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * Suggests items to the form of a badge class, in the LMS frame as outside. Frameworks are public,
 * so everybody may ask.
 */
@Path("/frameworks/pick")
public class PickPage {

  private static final int LONGEST = 200;

  private final ItemSearch search;
  private final Views views;
  private final Words words;

  @Inject
  public PickPage(ItemSearch search, Views views, Words words) {
    this.search = search;
    this.views = views;
    this.words = words;
  }

  @GET
  @Produces("text/html;charset=UTF-8")
  public Response pick(
      @QueryParam("institution") @Nullable UUID institution,
      @QueryParam("words") @DefaultValue("") String typed,
      @HeaderParam("Accept-Language") @Nullable String languages) {
    Page page = Page.open(Words.choose(languages), words);
    String text = typed.substring(0, Math.min(typed.length(), LONGEST));
    Map<String, Object> parts =
        institution == null
            ? Map.of("items", List.of(), "any", false)
            : Map.of("items", search.find(institution, text), "any", search.hasAny(institution));
    return Response.ok(views.render("framework/pick.jte", page, parts))
        .header("Vary", "Accept-Language")
        .build();
  }
}
