package org.badgebridge.catalogue;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.catalogue.Catalogue.Shelf;
import org.badgebridge.drawing.VisualGrammars;
import org.badgebridge.institution.Institutions;
import org.badgebridge.web.Link;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** All published badge classes, for everybody. */
@Path("/catalogue")
public class CataloguePage {

  private final Catalogue catalogue;
  private final CountFacets facets;
  private final Entries entries;
  private final VisualGrammars grammars;
  private final Institutions institutions;
  private final Views views;
  private final Words words;

  @Inject
  public CataloguePage(
      Catalogue catalogue,
      CountFacets facets,
      Entries entries,
      VisualGrammars grammars,
      Institutions institutions,
      Views views,
      Words words) {
    this.catalogue = catalogue;
    this.facets = facets;
    this.entries = entries;
    this.grammars = grammars;
    this.institutions = institutions;
    this.views = views;
    this.words = words;
  }

  @GET
  @Produces("text/html;charset=UTF-8;qs=1")
  public Response show(
      @BeanParam FilterQuery query,
      @QueryParam("after") @Nullable String after,
      @HeaderParam("Accept-Language") @Nullable String languages) {
    CatalogueFilter filter = query.filter();
    Page page = Page.open(Words.choose(languages), words);
    Shelf shelf = catalogue.find(filter, Link.id(after));
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("filter", filter);
    parameters.put("entries", entries.of(shelf.badgeClasses(), page.locale()));
    parameters.put("next", shelf.next() == null ? "" : shelf.next().toString());
    parameters.put("count", shelf.count());
    parameters.put("first", Link.id(after) == null);
    parameters.put("facets", facets.now());
    parameters.put("grammar", grammars.of(filter.institution()));
    parameters.put(
        "institution",
        filter.institution() == null
            ? ""
            : institutions.find(filter.institution()).map(each -> each.name()).orElse(""));
    return Response.ok(views.render("catalogue/catalogue.jte", page, parameters))
        .header("Vary", "Accept, Accept-Language")
        .build();
  }

  /** Choices for the search of a form: the institution's published badge classes, by name. */
  @GET
  @Path("pick")
  @Produces("text/html;charset=UTF-8")
  public Response pick(
      @BeanParam FilterQuery query, @HeaderParam("Accept-Language") @Nullable String languages) {
    Page page = Page.open(Words.choose(languages), words);
    UUID institution = query.filter().institution();
    return Response.ok(
            views.render(
                "catalogue/pick.jte",
                page,
                Map.of(
                    "entries",
                    entries.of(
                        catalogue.ofInstitution(institution, query.filter().words()),
                        page.locale()))))
        .header("Vary", "Accept-Language")
        .build();
  }
}
