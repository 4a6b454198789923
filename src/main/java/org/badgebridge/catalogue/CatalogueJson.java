package org.badgebridge.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.badgebridge.catalogue.Catalogue.Shelf;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.web.Link;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** The catalogue for programs: the same filters, a page of entries and the address of the next. */
@Path("/catalogue.json")
public class CatalogueJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Catalogue catalogue;
  private final Entries entries;
  private final PublicOrigin origin;

  @Inject
  public CatalogueJson(Catalogue catalogue, Entries entries, PublicOrigin origin) {
    this.catalogue = catalogue;
    this.entries = entries;
    this.origin = origin;
  }

  @GET
  @Produces("application/json")
  public Response list(
      @BeanParam FilterQuery query,
      @QueryParam("after") @Nullable String after,
      @HeaderParam("Accept-Language") @Nullable String languages)
      throws JsonProcessingException {
    CatalogueFilter filter = query.filter();
    Shelf shelf = catalogue.find(filter, Link.id(after));
    List<Map<String, Object>> badges =
        entries.of(shelf.badgeClasses(), Words.choose(languages)).stream()
            .map(this::badge)
            .toList();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("total", shelf.count());
    body.put("badges", badges);
    if (shelf.next() != null) {
      String narrowed = filter.query();
      body.put(
          "next",
          origin.at(
              "/catalogue.json?"
                  + (narrowed.isEmpty() ? "" : narrowed + "&")
                  + "after="
                  + shelf.next()));
    }
    return Response.ok(JSON.writeValueAsString(body))
        .header("Access-Control-Allow-Origin", "*")
        .header("Cache-Control", "public, max-age=60")
        .header("Vary", "Accept-Language")
        .build();
  }

  private Map<String, Object> badge(Entry entry) {
    Map<String, Object> badge = new LinkedHashMap<>();
    badge.put("id", origin.at(entry.path()));
    badge.put("name", entry.name());
    badge.put("description", entry.description());
    badge.put("language", entry.language());
    badge.put("issuer", entry.issuer());
    badge.put("issuerId", origin.at("/issuers/" + entry.issuerId()));
    badge.put("type", entry.type());
    badge.put("theme", entry.theme());
    badge.put("skills", entry.skills());
    badge.put("image", origin.at(entry.path() + "/image.svg"));
    badge.put("imagePng", origin.at(entry.path() + "/image.png"));
    badge.put("data", origin.at(entry.path() + ".json"));
    return badge;
  }
}
