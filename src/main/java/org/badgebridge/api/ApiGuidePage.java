package org.badgebridge.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** Tells people how programs use the interface; every operation is in {@code /openapi}. */
@Path("/api")
public class ApiGuidePage {

  private final Views views;
  private final Words words;
  private final PublicOrigin origin;

  @Inject
  public ApiGuidePage(Views views, Words words, PublicOrigin origin) {
    this.views = views;
    this.words = words;
    this.origin = origin;
  }

  @GET
  @Produces("text/html;charset=UTF-8")
  public Response show(@HeaderParam("Accept-Language") @Nullable String languages) {
    Page page = Page.open(Words.choose(languages), words);
    return Response.ok(views.render("api/guide.jte", page, Map.of("base", origin.at("/api/v1"))))
        .header("Vary", "Accept-Language")
        .build();
  }
}
