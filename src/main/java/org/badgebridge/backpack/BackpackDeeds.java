package org.badgebridge.backpack;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.badgebridge.award.DeclineAward;
import org.badgebridge.backpack.sharing.ShownForm;
import org.badgebridge.credential.disclosure.Disclosure;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.web.PersonOnly;
import org.badgebridge.web.SignedIn;
import org.jspecify.annotations.Nullable;

/** What an owner does outside the LMS; each answers with the page of the award. */
@Path("/backpack")
@PersonOnly
public class BackpackDeeds {

  private final Backpack backpack;
  private final ClaimAward claiming;
  private final DeclineAward declining;
  private final ShowCredential showing;
  private final SignedIn signedIn;
  private final PublicOrigin origin;

  @Inject
  public BackpackDeeds(
      Backpack backpack,
      ClaimAward claiming,
      DeclineAward declining,
      ShowCredential showing,
      SignedIn signedIn,
      PublicOrigin origin) {
    this.backpack = backpack;
    this.claiming = claiming;
    this.declining = declining;
    this.showing = showing;
    this.signedIn = signedIn;
    this.origin = origin;
  }

  @POST
  @Path("{award}/claim")
  public Response claim(
      @PathParam("award") UUID award,
      @FormParam("terms") @Nullable UUID terms,
      @FormParam("part") @Nullable String part) {
    claiming.claim(award, signedIn.personId(), Consent.of(terms, part), signedIn.actor());
    return then(award + "?new");
  }

  @POST
  @Path("{award}/decline")
  public Response decline(@PathParam("award") UUID award) {
    declining.decline(award, signedIn.personId(), signedIn.actor());
    return then(award.toString());
  }

  @POST
  @Path("{award}/undo")
  public Response undo(@PathParam("award") UUID award) {
    declining.undo(award, signedIn.personId(), signedIn.actor());
    return then(award.toString());
  }

  @POST
  @Path("{award}/publish")
  public Response publish(@PathParam("award") UUID award, MultivaluedMap<String, String> sent) {
    Disclosure shown = ShownForm.of(sent);
    showing.publish(credential(award), signedIn.personId(), shown, signedIn.actor());
    return then(award.toString());
  }

  @POST
  @Path("{award}/hide")
  public Response hide(@PathParam("award") UUID award) {
    showing.hide(credential(award), signedIn.personId(), signedIn.actor());
    return then(award.toString());
  }

  private UUID credential(UUID award) {
    return backpack.one(signedIn.personId(), award).claimed().id();
  }

  private Response then(String award) {
    return Response.seeOther(URI.create(origin.at("/backpack/" + award))).build();
  }
}
