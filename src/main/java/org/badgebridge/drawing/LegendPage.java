package org.badgebridge.drawing;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Institutions;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** Explains how to read a badge: border, picture, name. */
@Path("/legend")
public class LegendPage {

  private final VisualGrammars grammars;
  private final Institutions institutions;
  private final Views views;
  private final Words words;

  @Inject
  public LegendPage(VisualGrammars grammars, Institutions institutions, Views views, Words words) {
    this.grammars = grammars;
    this.institutions = institutions;
    this.views = views;
    this.words = words;
  }

  @GET
  @Produces("text/html;charset=UTF-8")
  public String show(
      @QueryParam("institution") @Nullable UUID institution,
      @HeaderParam("Accept-Language") @Nullable String languages) {
    String accent =
        institution == null
            ? Page.ACCENT
            : institutions.find(institution).map(Institution::accent).orElse(Page.ACCENT);
    Page page = new Page(Words.choose(languages), words, null, accent);
    return views.render("drawing/legend.jte", page, Map.of("grammar", grammars.of(institution)));
  }
}
