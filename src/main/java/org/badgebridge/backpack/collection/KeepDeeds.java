package org.badgebridge.backpack.collection;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.badgebridge.backpack.Backpack;
import org.badgebridge.web.PersonOnly;
import org.badgebridge.web.SignedIn;

/** What an owner does with a badge for themselves; each answers with its page. */
@Path("/backpack")
@PersonOnly
public class KeepDeeds {

  private final Backpack backpack;
  private final KeepBadge keeping;
  private final SignedIn signedIn;

  @Inject
  public KeepDeeds(Backpack backpack, KeepBadge keeping, SignedIn signedIn) {
    this.backpack = backpack;
    this.keeping = keeping;
    this.signedIn = signedIn;
  }

  @POST
  @Path("{award}/archive")
  public Response archive(@PathParam("award") UUID award) {
    keeping.archive(credential(award), signedIn.personId(), true, signedIn.actor());
    return then(award);
  }

  @POST
  @Path("{award}/unarchive")
  public Response unarchive(@PathParam("award") UUID award) {
    keeping.archive(credential(award), signedIn.personId(), false, signedIn.actor());
    return then(award);
  }

  @POST
  @Path("{award}/note")
  public Response note(
      @PathParam("award") UUID award, @FormParam("note") @DefaultValue("") String note) {
    keeping.note(credential(award), signedIn.personId(), note.strip(), signedIn.actor());
    return then(award);
  }

  private UUID credential(UUID award) {
    return backpack.one(signedIn.personId(), award).claimed().id();
  }

  private static Response then(UUID award) {
    return Response.seeOther(URI.create("/backpack/" + award)).build();
  }
}
