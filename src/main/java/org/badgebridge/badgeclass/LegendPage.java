package org.badgebridge.badgeclass;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** Explains how to read a badge: border, picture, name. */
@Path("/legend")
public class LegendPage {

  private final Views views;
  private final Words words;

  @Inject
  public LegendPage(Views views, Words words) {
    this.views = views;
    this.words = words;
  }

  @GET
  @Produces("text/html;charset=UTF-8")
  public String show(@HeaderParam("Accept-Language") @Nullable String languages) {
    Page page = Page.open(Words.choose(languages), words);
    return views.render("badgeclass/legend.jte", page, Map.of());
  }
}
