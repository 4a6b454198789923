package org.badgebridge.backpack.collection;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.badgebridge.web.Link;
import org.badgebridge.web.PersonOnly;
import org.badgebridge.web.SignedIn;
import org.jspecify.annotations.Nullable;

/** What an owner does with the badges of a collection; each answers with its page. */
@Path(CollectionsPage.ADDRESS)
@PersonOnly
public class CollectionDeeds {

  private final ArrangeCollection arranging;
  private final SignedIn signedIn;

  @Inject
  public CollectionDeeds(ArrangeCollection arranging, SignedIn signedIn) {
    this.arranging = arranging;
    this.signedIn = signedIn;
  }

  @POST
  @Path("{id}/badges")
  public Response add(@PathParam("id") UUID id, @FormParam("badge") @Nullable String badge) {
    arranging.add(id, Link.id(badge), signedIn.personId());
    return CollectionsPage.then(id);
  }

  @POST
  @Path("{id}/badges/{badge}/forward")
  public Response forward(@PathParam("id") UUID id, @PathParam("badge") UUID badge) {
    arranging.forward(id, badge, signedIn.personId());
    return CollectionsPage.then(id);
  }

  @POST
  @Path("{id}/badges/{badge}/remove")
  public Response remove(@PathParam("id") UUID id, @PathParam("badge") UUID badge) {
    arranging.remove(id, badge, signedIn.personId());
    return CollectionsPage.then(id);
  }
}
