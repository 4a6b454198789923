package org.badgebridge.backpack.entry;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.login.OpenIdProviders;
import org.badgebridge.web.Guesses;
import org.badgebridge.web.JustSignedIn;
import org.badgebridge.web.Link;
import org.badgebridge.web.Page;
import org.badgebridge.web.PersonOnly;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;

/** How the owner of a backpack gets in, and how they add an address to that. */
@Path(WaysPage.ADDRESS)
@PersonOnly
@Produces("text/html;charset=UTF-8")
public class WaysPage {

  static final String ADDRESS = "/backpack/ways";

  private final WaysIn ways;
  private final AddAddress adding;
  private final OpenIdProviders providers;
  private final Guesses guesses;
  private final SignedIn signedIn;
  private final Views views;
  private final Words words;

  @Inject
  public WaysPage(
      WaysIn ways,
      AddAddress adding,
      OpenIdProviders providers,
      Guesses guesses,
      SignedIn signedIn,
      Views views,
      Words words) {
    this.ways = ways;
    this.adding = adding;
    this.providers = providers;
    this.guesses = guesses;
    this.signedIn = signedIn;
    this.views = views;
    this.words = words;
  }

  /**
   * The page.
   *
   * @param done what was done just now, by its slug
   */
  @GET
  public Response show(@QueryParam("done") @DefaultValue("") String done) {
    String known =
        Arrays.stream(WayDeeds.Done.values())
            .map(WayDeeds.Done::slug)
            .filter(done::equals)
            .findFirst()
            .orElse("");
    return ways(200, "", false, known);
  }

  /** Sends a code to an address that shall become a way in. */
  @POST
  @Path("address")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @JustSignedIn
  public Response ask(@FormParam("email") @DefaultValue("") String typed) {
    guesses.count(signedIn.personId(), "address code asked");
    String email = typed.strip();
    if (!MailboxForm.fits(email)) {
      return ways(422, email, true, "");
    }
    UUID asked = adding.ask(signedIn.personId(), email, signedIn.locale());
    return code(200, asked, email, false);
  }

  /** Takes the code; shows other backpacks of that address, if there are any. */
  @POST
  @Path("address/code")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response prove(
      @FormParam("asked") @DefaultValue("") String asked,
      @FormParam("email") @DefaultValue("") String email,
      @FormParam("code") @DefaultValue("") String code) {
    guesses.count(signedIn.personId(), "address code");
    UUID id = Link.id(asked);
    Optional<AddAddress.Proven> proven =
        id == null
            ? Optional.empty()
            : adding.prove(signedIn.personId(), id, code, signedIn.actor(), signedIn.locale());
    if (proven.isEmpty()) {
      return code(422, id == null ? UUID.randomUUID() : id, email, true);
    }
    return proven.get().others().isEmpty()
        ? WayDeeds.done(WayDeeds.Done.ADDED)
        : page(
            200,
            "backpack/two.jte",
            Map.of("others", proven.get().others(), "address", proven.get().address()));
  }

  private Response ways(int status, String email, boolean faulty, String done) {
    return page(
        status,
        "backpack/ways.jte",
        Map.of(
            "ways",
            ways.of(signedIn.personId()),
            "providers",
            providers.open(),
            "email",
            email,
            "faulty",
            faulty,
            "done",
            done));
  }

  private Response code(int status, UUID asked, String email, boolean refused) {
    return page(
        status,
        "backpack/way-code.jte",
        Map.of("asked", asked.toString(), "email", email, "refused", refused));
  }

  private Response page(int status, String view, Map<String, Object> parts) {
    return Response.status(status)
        .entity(views.render(view, Page.open(signedIn.locale(), words), parts))
        .build();
  }
}
