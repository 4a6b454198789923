package org.badgebridge.insight;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.badgebridge.institution.Institution;
import org.badgebridge.staff.Tenants;
import org.badgebridge.web.Link;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.jspecify.annotations.Nullable;

/** The first page of administration: claim rate and public rate per badge class. */
@Path("/admin")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class InsightPage {

  private static final int CLASSES = 25;

  private final ClaimRates rates;
  private final Tenants tenants;
  private final Beginnings beginnings;
  private final SignedIn signedIn;
  private final Screens screens;

  @Inject
  public InsightPage(
      ClaimRates rates,
      Tenants tenants,
      Beginnings beginnings,
      SignedIn signedIn,
      Screens screens) {
    this.rates = rates;
    this.tenants = tenants;
    this.beginnings = beginnings;
    this.signedIn = signedIn;
    this.screens = screens;
  }

  @GET
  public String show(
      @QueryParam("institution") @Nullable String institution,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("after") @Nullable String after) {
    Tenants.Choice choice = tenants.choose(institution, signedIn.actor());
    Institution chosen = choice.chosen();
    Map<String, Object> parts = new HashMap<>();
    parts.put("institutions", choice.all());
    parts.put(
        "steps", beginnings.steps(signedIn.isOperator() || chosen == null ? null : chosen.id()));
    if (chosen != null) {
      Cohort cohort = Cohort.of(chosen.id(), from, to);
      List<ClassFigures> found = rates.byClass(cohort, Link.id(after), CLASSES + 1);
      parts.put("cohort", cohort);
      parts.put("total", rates.total(cohort));
      parts.put("classes", found.subList(0, Math.min(found.size(), CLASSES)));
      parts.put("next", found.size() > CLASSES ? next(cohort, found.get(CLASSES - 1)) : null);
    }
    return screens.show("insight/insight.jte", signedIn.locale(), chosen, parts);
  }

  private static String next(Cohort cohort, ClassFigures last) {
    Map<String, String> parameters = cohort.parameters();
    parameters.put("after", last.badgeClassId().toString());
    return Link.to("/admin", parameters);
  }
}
