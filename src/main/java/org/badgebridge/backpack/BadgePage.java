package org.badgebridge.backpack;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.credential.supplement.Supplements;
import org.badgebridge.web.Page;
import org.badgebridge.web.PersonOnly;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** One award of the owner: on offer, or the badge with all that can be done with it. */
@Path("/backpack")
@PersonOnly
@Produces("text/html;charset=UTF-8")
public class BadgePage {

  private final Backpack backpack;
  private final Agreement agreement;
  private final BadgeSheets sheets;
  private final Supplements supplements;
  private final SignedIn signedIn;
  private final Views views;
  private final Words words;

  @Inject
  public BadgePage(
      Backpack backpack,
      Agreement agreement,
      BadgeSheets sheets,
      Supplements supplements,
      SignedIn signedIn,
      Views views,
      Words words) {
    this.backpack = backpack;
    this.agreement = agreement;
    this.sheets = sheets;
    this.supplements = supplements;
    this.signedIn = signedIn;
    this.views = views;
    this.words = words;
  }

  @GET
  @Path("{award}")
  public String one(@PathParam("award") UUID award, @QueryParam("new") @Nullable String fresh) {
    Backpack.Item item = backpack.one(signedIn.personId(), award);
    Page page = Page.open(signedIn.locale(), words);
    if (item.credential() != null) {
      BadgeSheet sheet = sheets.of(item, page);
      supplements.seen(sheet.supplements());
      return views.render(
          "backpack/badge.jte", page, Map.of("sheet", sheet, "fresh", fresh != null));
    }
    Map<String, Object> parts = new HashMap<>();
    parts.put("item", item);
    agreement.owed(item.award(), signedIn.personId()).ifPresent(owed -> parts.put("owed", owed));
    return views.render("backpack/item.jte", page, parts);
  }
}
