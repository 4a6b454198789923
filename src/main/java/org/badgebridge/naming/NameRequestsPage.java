package org.badgebridge.naming;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Institutions;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.staff.Level;
import org.badgebridge.staff.Places;
import org.badgebridge.web.AdminScreen;
import org.badgebridge.web.Link;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.jspecify.annotations.Nullable;

/** Where a school decides what its learners asked to be called. */
@Path("/admin/names/{institution: [0-9a-f-]{36}}")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class NameRequestsPage {

  private static final int SHOWN = 50;

  private final NameRequests requests;
  private final DecideName deciding;
  private final Institutions institutions;
  private final Places places;
  private final SignedIn signedIn;
  private final AdminScreen screen;

  @Inject
  public NameRequestsPage(
      NameRequests requests,
      DecideName deciding,
      Institutions institutions,
      Places places,
      SignedIn signedIn,
      AdminScreen screen) {
    this.requests = requests;
    this.deciding = deciding;
    this.institutions = institutions;
    this.places = places;
    this.signedIn = signedIn;
    this.screen = screen;
  }

  @GET
  public Response show(
      @PathParam("institution") UUID id, @QueryParam("after") @Nullable String after) {
    return page(200, id, after, "", List.of());
  }

  private Response page(
      int status, UUID id, @Nullable String after, String typed, List<FieldFault> faults) {
    Institution institution = institutions.get(id);
    deciding.require(id, signedIn.actor());
    Map<String, Object> parts = new HashMap<>();
    parts.put("institution", institution);
    parts.put("way", List.copyOf(places.way(Level.INSTITUTION, id)));
    parts.put("slice", requests.open(id, Link.id(after), SHOWN));
    parts.put("after", after == null ? "" : after);
    parts.put("typed", typed);
    parts.put("faults", faults);
    return screen.show(status, "naming/requests.jte", institution.accent(), parts);
  }

  @POST
  @Path("{request: [0-9a-f-]{36}}/grant")
  public Response grant(@PathParam("institution") UUID id, @PathParam("request") UUID request) {
    deciding.grant(id, request, signedIn.actor());
    return back(id);
  }

  /**
   * Denies it.
   *
   * @param after the page on which it stood
   */
  @POST
  @Path("{request: [0-9a-f-]{36}}/deny")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response deny(
      @PathParam("institution") UUID id,
      @PathParam("request") UUID request,
      @FormParam("reason") @DefaultValue("") String reason,
      @FormParam("after") @Nullable String after) {
    try {
      deciding.deny(id, request, reason, signedIn.actor());
      return back(id);
    } catch (InvalidFields invalid) {
      return page(422, id, after, reason, invalid.faults());
    }
  }

  private static Response back(UUID id) {
    return Response.seeOther(URI.create("/admin/names/" + id)).build();
  }
}
