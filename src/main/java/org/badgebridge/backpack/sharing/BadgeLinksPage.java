package org.badgebridge.backpack.sharing;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.badgebridge.backpack.Backpack;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.IssuedBadge;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.web.PersonOnly;
import org.badgebridge.web.SignedIn;
import org.jspecify.annotations.Nullable;

/** The links of one badge, and the form of a new one. */
@Path("/backpack")
@PersonOnly
@Produces("text/html;charset=UTF-8")
public class BadgeLinksPage {

  private final Backpack backpack;
  private final ShareViews shares;
  private final ShareBadge sharing;
  private final Choices choices;
  private final LinksScreen screen;
  private final SignedIn signedIn;

  @Inject
  public BadgeLinksPage(
      Backpack backpack,
      ShareViews shares,
      ShareBadge sharing,
      Choices choices,
      LinksScreen screen,
      SignedIn signedIn) {
    this.backpack = backpack;
    this.shares = shares;
    this.sharing = sharing;
    this.choices = choices;
    this.screen = screen;
    this.signedIn = signedIn;
  }

  static String path(UUID award) {
    return "/backpack/" + award + "/links";
  }

  @GET
  @Path("{award}/links")
  public Response show(@PathParam("award") UUID award) {
    return page(200, credential(award), ShareWish.USUALLY, List.of(), null);
  }

  /** Makes one; the answer is the only page that ever shows its address. */
  @POST
  @Path("{award}/links")
  public Response share(@PathParam("award") UUID award, MultivaluedMap<String, String> sent) {
    Credential credential = credential(award);
    ShareWish wish = ShareWish.typed(sent);
    try {
      String address = sharing.share(credential.id(), signedIn.personId(), wish, signedIn.actor());
      return page(200, credential, ShareWish.USUALLY, List.of(), address);
    } catch (InvalidFields invalid) {
      return page(422, credential, wish, invalid.faults(), null);
    }
  }

  private Credential credential(UUID award) {
    return backpack.one(signedIn.personId(), award).claimed();
  }

  private Response page(
      int status,
      Credential credential,
      ShareWish wish,
      List<FieldFault> faults,
      @Nullable String made) {
    return screen.show(
        status,
        new LinksScreen.Target(
            IssuedBadge.read(credential).name(), "/backpack/" + credential.awardId(), false),
        choices.of(List.of(credential)),
        shares.ofCredential(credential.id()),
        new LinksScreen.Form(wish, faults, made));
  }
}
