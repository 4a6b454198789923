package org.badgebridge.staff;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Institutions;
import org.badgebridge.institution.Partners;
import org.badgebridge.web.AdminScreen;
import org.badgebridge.web.Link;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.jspecify.annotations.Nullable;

/** Which other institutions may award an institution's badge classes that are open to them. */
@Path("/admin/partners/{institution: [0-9a-f-]{36}}")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class PartnersPage {

  private final Institutions institutions;
  private final Partners partners;
  private final Rights rights;
  private final Places places;
  private final SignedIn signedIn;
  private final AdminScreen screen;

  @Inject
  public PartnersPage(
      Institutions institutions,
      Partners partners,
      Rights rights,
      Places places,
      SignedIn signedIn,
      AdminScreen screen) {
    this.institutions = institutions;
    this.partners = partners;
    this.rights = rights;
    this.places = places;
    this.signedIn = signedIn;
    this.screen = screen;
  }

  @GET
  public Response show(@PathParam("institution") UUID id) {
    Institution institution = required(id, Permission.READ);
    return screen.show(
        200,
        "staff/partners.jte",
        institution.accent(),
        Map.of(
            "institution",
            institution,
            "partners",
            partners.of(id),
            "possible",
            partners.possible(id),
            "way",
            List.copyOf(places.way(Level.INSTITUTION, id)),
            "may",
            rights.of(signedIn.actor(), Place.institution(id))));
  }

  @POST
  @Path("add")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response add(
      @PathParam("institution") UUID id, @FormParam("partner") @Nullable String partner) {
    required(id, Permission.ADMINISTRATE);
    UUID chosen = Link.id(partner);
    if (chosen != null) {
      partners.add(id, chosen, signedIn.actor());
    }
    return back(id);
  }

  @POST
  @Path("{partner: [0-9a-f-]{36}}/remove")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response remove(@PathParam("institution") UUID id, @PathParam("partner") UUID partner) {
    required(id, Permission.ADMINISTRATE);
    partners.remove(id, partner, signedIn.actor());
    return back(id);
  }

  private static Response back(UUID id) {
    return Response.seeOther(URI.create("/admin/partners/" + id)).build();
  }

  private Institution required(UUID id, Permission permission) {
    Institution institution = institutions.get(id);
    rights.require(signedIn.actor(), permission, Place.institution(id));
    return institution;
  }
}
