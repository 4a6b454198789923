package org.badgebridge.backpack.host;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * Tells people how hosts read a backpack, on which terms, and what becomes of it; discovery names
 * it for all three.
 */
@Path(HostGuidePage.ADDRESS)
public class HostGuidePage {

  static final String ADDRESS = "/hosts";

  private final HostAddresses addresses;
  private final Views views;
  private final Words words;

  @Inject
  HostGuidePage(HostAddresses addresses, Views views, Words words) {
    this.addresses = addresses;
    this.views = views;
    this.words = words;
  }

  @GET
  @Produces("text/html;charset=UTF-8")
  public Response show(@HeaderParam("Accept-Language") @Nullable String languages) {
    Page page = Page.open(Words.choose(languages), words);
    return Response.ok(
            views.render("backpack/host/guide.jte", page, Map.of("base", addresses.base())))
        .header("Vary", "Accept-Language")
        .build();
  }
}
