package org.badgebridge.backpack.leaving;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.badgebridge.web.PersonOnly;
import org.badgebridge.web.SignedIn;

/** Where an owner sends the card away that says how to keep the backpack. */
@Path("/backpack/leaving/dismiss")
@PersonOnly
public class DismissLeaving {

  private final ChangeEnrolmentEnd changing;
  private final SignedIn signedIn;

  @Inject
  public DismissLeaving(ChangeEnrolmentEnd changing, SignedIn signedIn) {
    this.changing = changing;
    this.signedIn = signedIn;
  }

  @POST
  public Response dismiss() {
    changing.dismiss(signedIn.personId());
    return Response.seeOther(URI.create("/backpack")).build();
  }
}
