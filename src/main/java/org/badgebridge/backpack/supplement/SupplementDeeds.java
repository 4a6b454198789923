package org.badgebridge.backpack.supplement;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.badgebridge.backpack.Backpack;
import org.badgebridge.credential.supplement.SupplementFile;
import org.badgebridge.credential.supplement.Supplements;
import org.badgebridge.web.PersonOnly;
import org.badgebridge.web.SignedIn;

/** The documents of a badge, for its owner: the files, and the switch of each. */
@Path("/backpack")
@PersonOnly
public class SupplementDeeds {

  private final Backpack backpack;
  private final Supplements supplements;
  private final ShowSupplement showing;
  private final SignedIn signedIn;

  @Inject
  public SupplementDeeds(
      Backpack backpack, Supplements supplements, ShowSupplement showing, SignedIn signedIn) {
    this.backpack = backpack;
    this.supplements = supplements;
    this.showing = showing;
    this.signedIn = signedIn;
  }

  @GET
  @Path("{award}/supplements/{id}")
  public Response file(@PathParam("award") UUID award, @PathParam("id") UUID id) {
    return SupplementFile.answer(supplements, supplements.one(credential(award), id));
  }

  @POST
  @Path("{award}/supplements/{id}/show")
  public Response show(@PathParam("award") UUID award, @PathParam("id") UUID id) {
    return set(award, id, true);
  }

  @POST
  @Path("{award}/supplements/{id}/hide")
  public Response hide(@PathParam("award") UUID award, @PathParam("id") UUID id) {
    return set(award, id, false);
  }

  private Response set(UUID award, UUID id, boolean shown) {
    showing.show(credential(award), id, signedIn.personId(), shown, signedIn.actor());
    return Response.seeOther(URI.create("/backpack/" + award)).build();
  }

  private UUID credential(UUID award) {
    return backpack.one(signedIn.personId(), award).claimed().id();
  }
}
