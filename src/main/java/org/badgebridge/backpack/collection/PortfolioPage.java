package org.badgebridge.backpack.collection;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.web.Page;
import org.badgebridge.web.PersonOnly;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** Where an owner writes their portfolio. */
@Path(PortfolioPage.ADDRESS)
@PersonOnly
@Produces("text/html;charset=UTF-8")
public class PortfolioPage {

  static final String ADDRESS = "/backpack/portfolio";

  private final Portfolios portfolios;
  private final KeepPortfolio keeping;
  private final PublicOrigin origin;
  private final SignedIn signedIn;
  private final Views views;
  private final Words words;

  @Inject
  public PortfolioPage(
      Portfolios portfolios,
      KeepPortfolio keeping,
      PublicOrigin origin,
      SignedIn signedIn,
      Views views,
      Words words) {
    this.portfolios = portfolios;
    this.keeping = keeping;
    this.origin = origin;
    this.signedIn = signedIn;
    this.views = views;
    this.words = words;
  }

  @GET
  public Response show() {
    return page(200, portfolios.own(signedIn.personId()), List.of());
  }

  @POST
  public Response keep(
      @FormParam("title") @DefaultValue("") String title,
      @FormParam("intro") @DefaultValue("") String intro,
      @FormParam("slug") @DefaultValue("") String slug,
      @FormParam("public") @Nullable String inPublic) {
    Portfolio before = portfolios.own(signedIn.personId());
    Portfolio wanted =
        new Portfolio(
            before.personId(), slug.strip(), title.strip(), intro.strip(), before.publicSince());
    try {
      keeping.keep(wanted, inPublic != null, signedIn.actor());
      return Response.seeOther(URI.create(ADDRESS)).build();
    } catch (InvalidFields invalid) {
      return page(422, wanted, invalid.faults());
    }
  }

  private Response page(int status, Portfolio portfolio, List<FieldFault> faults) {
    return Response.status(status)
        .entity(
            views.render(
                "backpack/collection/portfolio.jte",
                Page.open(signedIn.locale(), words),
                Map.of(
                    "portfolio",
                    portfolio,
                    "saved",
                    portfolios.own(signedIn.personId()),
                    "before",
                    origin.at(PublicPortfolio.ADDRESS + "/"),
                    "former",
                    portfolios.former(signedIn.personId()),
                    "faults",
                    faults)))
        .build();
  }
}
