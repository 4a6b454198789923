package org.badgebridge.badgeclass;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.badgeclass.BadgeClass.State;
import org.badgebridge.badgeclass.BadgeClasses.Filter;
import org.badgebridge.badgeclass.BadgeClasses.Slice;
import org.badgebridge.drawing.VisualGrammars;
import org.badgebridge.staff.Tenants;
import org.badgebridge.web.Page;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** The administration's list of badge classes, one institution at a time. */
@Path("/admin/badges")
@StaffOnly
public class BadgeListPage {

  private final BadgeClasses badgeClasses;
  private final Tenants tenants;
  private final VisualGrammars grammars;
  private final SignedIn signedIn;
  private final Views views;
  private final Words words;

  @Inject
  public BadgeListPage(
      BadgeClasses badgeClasses,
      Tenants tenants,
      VisualGrammars grammars,
      SignedIn signedIn,
      Views views,
      Words words) {
    this.badgeClasses = badgeClasses;
    this.tenants = tenants;
    this.grammars = grammars;
    this.signedIn = signedIn;
    this.views = views;
    this.words = words;
  }

  @GET
  @Produces("text/html;charset=UTF-8")
  public String list(
      @QueryParam("institution") @Nullable String institution,
      @QueryParam("words") @DefaultValue("") String search,
      @QueryParam("archived") boolean archived,
      @QueryParam("after") @Nullable UUID after) {
    Tenants.Choice choice = tenants.choose(institution, signedIn.actor());
    UUID chosen = choice.chosen() == null ? null : choice.chosen().id();
    Filter filter = archived ? new Filter(search, Set.of(State.ARCHIVED)) : Filter.current(search);
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("institutions", choice.all());
    parameters.put("institution", chosen);
    parameters.put("grammar", grammars.of(chosen));
    parameters.put("search", search);
    parameters.put("archived", archived);
    parameters.put("first", after == null);
    parameters.put(
        "slice",
        chosen == null
            ? new Slice(List.of(), null)
            : badgeClasses.ofInstitution(chosen, filter, after));
    Page page = Page.open(signedIn.locale(), words);
    return views.render("badgeclass/list.jte", page, parameters);
  }
}
