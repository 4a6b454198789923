package org.badgebridge.backpack.collection;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** A public collection. A private one and one that never was get the same answer. */
@Path(CollectionPage.ADDRESS + "/{id: [0-9a-f-]{36}}")
public class CollectionPage {

  /** Before the id. */
  static final String ADDRESS = "/collections";

  private final BadgeCollections collections;
  private final CollectionSheets sheets;
  private final Views views;
  private final Words words;

  @Inject
  public CollectionPage(
      BadgeCollections collections, CollectionSheets sheets, Views views, Words words) {
    this.collections = collections;
    this.sheets = sheets;
    this.views = views;
    this.words = words;
  }

  @GET
  public Response show(
      @PathParam("id") UUID id, @HeaderParam("Accept-Language") @Nullable String languages) {
    BadgeCollection collection = collections.inPublic(id);
    return Response.ok(
            views.render(
                "backpack/collection/public.jte",
                Page.open(Words.choose(languages), words),
                Map.of("collection", collection, "badges", sheets.inPublic(collection))),
            "text/html;charset=UTF-8")
        .header("Cache-Control", "no-cache")
        .header("Vary", "Accept-Language")
        .build();
  }
}
