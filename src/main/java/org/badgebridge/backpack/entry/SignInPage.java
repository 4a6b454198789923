package org.badgebridge.backpack.entry;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.identity.BrowserSession.Kind;
import org.badgebridge.web.ComeBack;
import org.badgebridge.web.Guesses;
import org.badgebridge.web.JustSignedIn;
import org.badgebridge.web.Link;
import org.badgebridge.web.Page;
import org.badgebridge.web.SessionCookie;
import org.badgebridge.web.SignInGate;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * Opens the backpack by a code that is sent to the learner's address. It looks the same whether
 * anybody has that address or not.
 */
@Path("/backpack/sign-in")
@Produces("text/html;charset=UTF-8")
public class SignInPage {

  private final EnterByMail entering;
  private final EnterBackpack doors;
  private final SignInOffers offers;
  private final SignInGate gate;
  private final Guesses guesses;
  private final Views views;
  private final Words words;

  @Inject
  public SignInPage(
      EnterByMail entering,
      EnterBackpack doors,
      SignInOffers offers,
      SignInGate gate,
      Guesses guesses,
      Views views,
      Words words) {
    this.entering = entering;
    this.doors = doors;
    this.offers = offers;
    this.gate = gate;
    this.guesses = guesses;
    this.views = views;
    this.words = words;
  }

  /**
   * The page.
   *
   * @param again set when an owner is to sign in once more ({@link JustSignedIn})
   */
  @GET
  public Response show(
      @QueryParam("again") @Nullable String again,
      @HeaderParam("Accept-Language") @Nullable String languages,
      @Context HttpHeaders headers) {
    SignInOffers.Offer offer =
        again == null
            ? offers.everybody()
            : gate.visitor(headers.getCookies()).map(offers::owner).orElseGet(offers::everybody);
    return address(200, "", again != null, offer, languages);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response ask(
      @FormParam("email") @DefaultValue("") String typed,
      @HeaderParam("Accept-Language") @Nullable String languages,
      @Context HttpServletRequest request) {
    guesses.count(request, "mail code asked");
    String email = typed.strip();
    if (!MailboxForm.fits(email)) {
      return address(422, email, false, offers.everybody(), languages);
    }
    UUID asked = entering.ask(email, Words.choose(languages));
    return code(200, asked, email, false, languages);
  }

  @POST
  @Path("code")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response enter(
      @FormParam("asked") @DefaultValue("") String asked,
      @FormParam("email") @DefaultValue("") String email,
      @FormParam("code") @DefaultValue("") String code,
      @HeaderParam("Accept-Language") @Nullable String languages,
      @Context HttpHeaders headers,
      @Context HttpServletRequest request) {
    guesses.count(request, "mail code");
    UUID id = Link.id(asked);
    List<Doors.Door> open =
        id == null ? List.of() : entering.redeem(id, code, Words.choose(languages));
    if (open.isEmpty()) {
      return code(422, id == null ? UUID.randomUUID() : id, email, true, languages);
    }
    if (open.size() > 1) {
      return page(200, "backpack/choose.jte", languages, Map.of("choices", open));
    }
    String token = doors.enter(open.get(0).code()).orElseThrow();
    return Response.seeOther(ComeBack.address(headers.getCookies()))
        .cookie(SessionCookie.of(Kind.PERSON, token, EnterBackpack.SESSION_LASTS))
        .cookie(ComeBack.gone(headers.getCookies()))
        .header("Cache-Control", "no-store")
        .build();
  }

  private Response address(
      int status,
      String email,
      boolean again,
      SignInOffers.Offer offer,
      @Nullable String languages) {
    return page(
        status,
        "backpack/sign-in.jte",
        languages,
        Map.of("email", email, "faulty", status == 422, "again", again, "offer", offer));
  }

  private Response code(
      int status, UUID asked, String email, boolean refused, @Nullable String languages) {
    return page(
        status,
        "backpack/code.jte",
        languages,
        Map.of("asked", asked.toString(), "email", email, "refused", refused));
  }

  private Response page(
      int status, String view, @Nullable String languages, Map<String, Object> parts) {
    return Response.status(status)
        .entity(views.render(view, Page.open(Words.choose(languages), words), parts))
        .header("Cache-Control", "no-store")
        .build();
  }
}
