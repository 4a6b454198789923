package org.badgebridge.delivery;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.badgebridge.award.Reach;
import org.badgebridge.web.AdminScreen;
import org.badgebridge.web.Link;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;

/** Takes whom staff ticked in the list of the unclaimed, and shows who is reminded. */
@Path("/admin/reminders")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class RemindPage {

  private static final int MOST = 200;

  private final RemindLearners remind;
  private final SignedIn signedIn;
  private final AdminScreen screen;

  @Inject
  public RemindPage(RemindLearners remind, SignedIn signedIn, AdminScreen screen) {
    this.remind = remind;
    this.signedIn = signedIn;
    this.screen = screen;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response remind(@FormParam("award") List<String> awards) {
    List<UUID> ids = awards.stream().map(Link::id).filter(Objects::nonNull).limit(MOST).toList();
    return screen.show(
        200,
        "delivery/reminded.jte",
        null,
        Map.of("outcomes", remind.remind(ids, Reach.STAFF, signedIn.actor())));
  }
}
