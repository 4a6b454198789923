package org.badgebridge.delivery;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Institutions;
import org.badgebridge.staff.Level;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Place;
import org.badgebridge.staff.Places;
import org.badgebridge.staff.Rights;
import org.badgebridge.web.AdminScreen;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;

/** The mail of an institution: its words, and the learners whom it does not reach. */
@Path("/admin/mail/{institution: [0-9a-f-]{36}}")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class MailPage {

  private final Institutions institutions;
  private final MailTexts texts;
  private final Unreached unreached;
  private final TryAgain tryAgain;
  private final Rights rights;
  private final Places places;
  private final SignedIn signedIn;
  private final AdminScreen screen;

  @Inject
  public MailPage(
      Institutions institutions,
      MailTexts texts,
      Unreached unreached,
      TryAgain tryAgain,
      Rights rights,
      Places places,
      SignedIn signedIn,
      AdminScreen screen) {
    this.institutions = institutions;
    this.texts = texts;
    this.unreached = unreached;
    this.tryAgain = tryAgain;
    this.rights = rights;
    this.places = places;
    this.signedIn = signedIn;
    this.screen = screen;
  }

  @GET
  public Response show(@PathParam("institution") UUID id) {
    Institution institution = institutions.get(id);
    rights.require(signedIn.actor(), Permission.READ, Place.institution(id));
    Map<String, Object> parts = new HashMap<>();
    parts.put("institution", institution);
    parts.put("way", places.way(Level.INSTITUTION, id));
    parts.put("may", rights.of(signedIn.actor(), Place.institution(id)));
    parts.put("chosen", texts.chosen(id));
    parts.put("unreached", unreached.of(id));
    return screen.show(200, "delivery/mail-page.jte", institution.accent(), parts);
  }

  @POST
  @Path("again/{mail: [0-9a-f-]{36}}")
  public Response again(@PathParam("institution") UUID id, @PathParam("mail") UUID mail) {
    tryAgain.address(id, mail, signedIn.actor());
    return Response.seeOther(URI.create("/admin/mail/" + id)).build();
  }
}
