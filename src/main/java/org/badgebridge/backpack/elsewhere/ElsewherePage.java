package org.badgebridge.backpack.elsewhere;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.badgebridge.verification.Telling;
import org.badgebridge.verification.VerifyingTurns;
import org.badgebridge.verification.reading.BadgeFile;
import org.badgebridge.web.Guesses;
import org.badgebridge.web.Page;
import org.badgebridge.web.PersonOnly;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * The badges of other issuers in a backpack, and where its owner brings one. An address or a text
 * comes in the form; a chosen file is sent by the page's script as the body of a request.
 */
@Path(ElsewherePage.ADDRESS)
@PersonOnly
@Produces("text/html;charset=UTF-8")
public class ElsewherePage {

  static final String ADDRESS = "/backpack/elsewhere";

  private final ImportedBadges badges;
  private final BringBadge bringing;
  private final Guesses tries;
  private final VerifyingTurns turns;
  private final SignedIn signedIn;
  private final Views views;
  private final Words words;
  @Context private HttpServletRequest request;

  @Inject
  @SuppressWarnings("TooManyParameters") // the page, and how often it may be asked
  public ElsewherePage(
      ImportedBadges badges,
      BringBadge bringing,
      Guesses tries,
      VerifyingTurns turns,
      SignedIn signedIn,
      Views views,
      Words words) {
    this.badges = badges;
    this.bringing = bringing;
    this.tries = tries;
    this.turns = turns;
    this.signedIn = signedIn;
    this.views = views;
    this.words = words;
  }

  @GET
  public Response list() {
    return page(200, "list.jte", "", null);
  }

  /** Takes an address or a text; answers with the badge, or with what is wrong with it. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response bring(@FormParam("badge") @DefaultValue("") String badge) {
    BringBadge.Brought brought = bring(badge.getBytes(StandardCharsets.UTF_8));
    return brought.badge() == null
        ? page(422, "list.jte", badge.strip(), brought)
        : Response.seeOther(ImportedPage.after(brought.badge())).build();
  }

  /** Takes a file; answers with the part of the page that tells what came of it. */
  @POST
  @Path("file")
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  public Response file(InputStream body) throws IOException {
    BringBadge.Brought brought = bring(body.readNBytes(BadgeFile.LARGEST + 1));
    return page(brought.badge() == null ? 422 : 200, "brought.jte", "", brought);
  }

  private BringBadge.Brought bring(byte[] brought) {
    tries.count(signedIn.personId(), "badge from elsewhere");
    return turns.take(request, () -> bringing.bring(signedIn.personId(), brought));
  }

  private Response page(
      int status, String view, String text, BringBadge.@Nullable Brought brought) {
    Page page = Page.open(signedIn.locale(), words);
    Map<String, Object> parts = new HashMap<>();
    parts.put("telling", new Telling(page));
    parts.put("brought", brought);
    if (view.equals("list.jte")) {
      parts.put("badges", badges.of(signedIn.personId()));
      parts.put("text", text);
    }
    return Response.status(status)
        .entity(views.render("backpack/elsewhere/" + view, page, parts))
        .build();
  }
}
