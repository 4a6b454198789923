package org.badgebridge.backpack.collection;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.Credentials;
import org.badgebridge.credential.disclosure.SeenBadge;
import org.badgebridge.credential.disclosure.SeenBadges;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** A public portfolio: the collections and the badges of its owner that are public, too. */
@Path(PublicPortfolio.ADDRESS + "/{slug: [a-z0-9-]{3,40}}")
public class PublicPortfolio {

  /** Before the slug. */
  static final String ADDRESS = "/portfolios";

  private final Portfolios portfolios;
  private final BadgeCollections collections;
  private final Credentials credentials;
  private final SeenBadges seen;
  private final Views views;
  private final Words words;

  @Inject
  public PublicPortfolio(
      Portfolios portfolios,
      BadgeCollections collections,
      Credentials credentials,
      SeenBadges seen,
      Views views,
      Words words) {
    this.portfolios = portfolios;
    this.collections = collections;
    this.credentials = credentials;
    this.seen = seen;
    this.views = views;
    this.words = words;
  }

  @GET
  public Response show(
      @PathParam("slug") String slug, @HeaderParam("Accept-Language") @Nullable String languages) {
    Portfolio portfolio = portfolios.inPublic(slug).orElseThrow(BadgeCollections::missing);
    if (!portfolio.slug().equals(slug)) {
      return Response.status(Response.Status.FOUND)
          .location(URI.create(ADDRESS + "/" + portfolio.slug()))
          .header("Cache-Control", "no-cache")
          .build();
    }
    return Response.ok(
            views.render(
                "backpack/collection/public-portfolio.jte",
                Page.open(Words.choose(languages), words),
                Map.of(
                    "portfolio",
                    portfolio,
                    "collections",
                    collections.of(portfolio.personId()).stream()
                        .filter(BadgeCollection::inPublic)
                        .toList(),
                    "badges",
                    badges(portfolio))),
            "text/html;charset=UTF-8")
        .header("Cache-Control", "no-cache")
        .header("Vary", "Accept-Language")
        .build();
  }

  private List<SeenBadge> badges(Portfolio portfolio) {
    return seen.of(
        credentials.of(portfolio.personId()).stream()
            .filter(each -> each.publicSince() != null && each.revokedAt() == null)
            .toList(),
        Credential::disclosure);
  }
}
