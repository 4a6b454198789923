package org.badgebridge.insight;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.badgebridge.insight.figures.Filter;
import org.badgebridge.insight.figures.Group;
import org.badgebridge.insight.figures.Insights;
import org.badgebridge.insight.figures.Overview;
import org.badgebridge.insight.figures.Step;
import org.badgebridge.institution.Institution;
import org.badgebridge.staff.Tenants;
import org.badgebridge.web.Link;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.jspecify.annotations.Nullable;

/** The first page of administration: what became of the offers, by every filter. */
@Path("/admin")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class InsightPage {

  private static final int CLASSES = 25;

  private final Insights insights;
  private final Scopes scopes;
  private final Choices choices;
  private final Tenants tenants;
  private final Beginnings beginnings;
  private final SignedIn signedIn;
  private final Screens screens;
  private final Clock clock;

  @Inject
  public InsightPage(
      Insights insights,
      Scopes scopes,
      Choices choices,
      Tenants tenants,
      Beginnings beginnings,
      SignedIn signedIn,
      Screens screens,
      Clock clock) {
    this.insights = insights;
    this.scopes = scopes;
    this.choices = choices;
    this.tenants = tenants;
    this.beginnings = beginnings;
    this.signedIn = signedIn;
    this.screens = screens;
    this.clock = clock;
  }

  @GET
  public String show(
      @QueryParam("institution") @Nullable String institution,
      @BeanParam FilterQuery query,
      @QueryParam("after") @Nullable String after) {
    Tenants.Choice choice = tenants.choose(institution, signedIn.actor());
    Institution chosen = choice.chosen();
    Map<String, Object> parts = new HashMap<>();
    parts.put("institutions", choice.all());
    parts.put(
        "steps", beginnings.steps(signedIn.isOperator() || chosen == null ? null : chosen.id()));
    if (chosen != null) {
      Filter filter = query.of(chosen.id(), scopes.of(signedIn.actor(), chosen.id()));
      Overview overview = insights.of(filter);
      LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      List<Group> from = after(overview.classes(), after);
      parts.put("overview", overview);
      parts.put("choices", choices.of(overview, chosen, signedIn.locale()));
      parts.put("years", choices.years(filter, today));
      parts.put("actions", actions(filter));
      parts.put("classes", from.subList(0, Math.min(from.size(), CLASSES)));
      parts.put("next", from.size() > CLASSES ? next(filter, from.get(CLASSES - 1)) : null);
    }
    return screens.show("insight/insight.jte", signedIn.locale(), chosen, parts);
  }

  /** Where something can be done about the step that most do not reach. */
  private static Map<String, String> actions(Filter filter) {
    return Map.of(
        Step.NOTIFIED.slug(), open(filter, Obstacle.UNSEEN),
        Step.DELIVERED.slug(), open(filter, Obstacle.UNREACHED),
        Step.SEEN.slug(), open(filter, Obstacle.TOLD),
        Step.OPENED.slug(), open(filter, Obstacle.SEEN),
        Step.CLAIMED.slug(), open(filter, Obstacle.SEEN));
  }

  private static String open(Filter filter, Obstacle why) {
    Map<String, String> parameters = Charts.only(filter.parameters(), "institution", "badge");
    parameters.put("why", why.slug());
    return Link.to("/admin/unclaimed", parameters);
  }

  private static List<Group> after(List<Group> classes, @Nullable String key) {
    for (int i = 0; i < classes.size(); i++) {
      if (classes.get(i).key().equals(key)) {
        return classes.subList(i + 1, classes.size());
      }
    }
    return classes;
  }

  private static String next(Filter filter, Group last) {
    Map<String, String> parameters = filter.parameters();
    parameters.put("after", last.key());
    return Link.to("/admin", parameters) + "#by-class";
  }
}
