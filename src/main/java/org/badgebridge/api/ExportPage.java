package org.badgebridge.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.badgebridge.institution.Institution;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Place;
import org.badgebridge.staff.Rights;
import org.badgebridge.staff.Tenants;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.jspecify.annotations.Nullable;

/** Gives staff all badge classes of an institution as a file. */
@Path("/admin/badges/export")
@StaffOnly
public class ExportPage {

  private final ExportBadgeClasses exporting;
  private final Tenants tenants;
  private final Rights rights;
  private final SignedIn signedIn;

  @Inject
  public ExportPage(
      ExportBadgeClasses exporting, Tenants tenants, Rights rights, SignedIn signedIn) {
    this.exporting = exporting;
    this.tenants = tenants;
    this.rights = rights;
    this.signedIn = signedIn;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response download(@QueryParam("institution") @Nullable String institution) {
    Institution chosen = tenants.choose(institution, signedIn.actor()).chosen();
    if (chosen == null) {
      throw new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
    }
    Place place = Place.institution(chosen.id());
    rights.require(signedIn.actor(), Permission.READ, place);
    StreamingOutput file = out -> exporting.write(place, out);
    return Response.ok(file)
        .header("Content-Disposition", "attachment; filename=\"badge-classes.json\"")
        .build();
  }
}
