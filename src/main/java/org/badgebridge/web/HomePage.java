package org.badgebridge.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The front door: says what this is and where to go. */
@Path("/")
public class HomePage {

  private final Views views;
  private final Words words;

  @Inject
  public HomePage(Views views, Words words) {
    this.views = views;
    this.words = words;
  }

  @GET
  @Produces("text/html;charset=UTF-8")
  public String show(@HeaderParam("Accept-Language") @Nullable String languages) {
    return views.render("web/home.jte", Page.open(Words.choose(languages), words), Map.of());
  }
}
