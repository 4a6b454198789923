package org.badgebridge.insight;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Locale;
import org.badgebridge.institution.Institution;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.Tenants;
import org.badgebridge.web.Link;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.jspecify.annotations.Nullable;

/** The same lists as files. */
@Path("/admin")
@StaffOnly
public class ExportResource {

  private final Sheets sheets;
  private final Tenants tenants;
  private final SignedIn signedIn;

  @Inject
  public ExportResource(Sheets sheets, Tenants tenants, SignedIn signedIn) {
    this.sheets = sheets;
    this.tenants = tenants;
    this.signedIn = signedIn;
  }

  @GET
  @Path("rates.csv")
  public Response rates(
      @QueryParam("institution") @Nullable String institution,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to) {
    Cohort cohort = Cohort.of(chosen(institution).id(), from, to);
    Locale locale = signedIn.locale();
    return file("claim-rates.csv", out -> sheets.rates(cohort, locale, out));
  }

  @GET
  @Path("unclaimed.csv")
  public Response unclaimed(
      @QueryParam("institution") @Nullable String institution,
      @QueryParam("badge") @Nullable String badge) {
    Institution chosen = chosen(institution);
    Locale locale = signedIn.locale();
    return file("unclaimed.csv", out -> sheets.unclaimed(chosen.id(), Link.id(badge), locale, out));
  }

  private Institution chosen(@Nullable String asked) {
    Institution chosen = tenants.choose(asked, signedIn.actor()).chosen();
    if (chosen == null) {
      throw new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
    }
    return chosen;
  }

  private static Response file(String name, StreamingOutput content) {
    return Response.ok(content, "text/csv;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .build();
  }
}
