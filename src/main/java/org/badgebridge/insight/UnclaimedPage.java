package org.badgebridge.insight;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.institution.Institution;
import org.badgebridge.staff.Tenants;
import org.badgebridge.web.Link;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.jspecify.annotations.Nullable;

/** What learners were offered and have not claimed, and what stands in the way. */
@Path("/admin/unclaimed")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class UnclaimedPage {

  private static final int AWARDS = 50;

  private final UnclaimedAwards unclaimed;
  private final Tenants tenants;
  private final SignedIn signedIn;
  private final Screens screens;
  private final Clock clock;

  @Inject
  public UnclaimedPage(
      UnclaimedAwards unclaimed, Tenants tenants, SignedIn signedIn, Screens screens, Clock clock) {
    this.unclaimed = unclaimed;
    this.tenants = tenants;
    this.signedIn = signedIn;
    this.screens = screens;
    this.clock = clock;
  }

  @GET
  public String show(
      @QueryParam("institution") @Nullable String institution,
      @QueryParam("badge") @Nullable String badge,
      @QueryParam("after") @Nullable String after) {
    Tenants.Choice choice = tenants.choose(institution, signedIn.actor());
    Institution chosen = choice.chosen();
    UUID badgeClass = Link.id(badge);
    Map<String, Object> parts = new HashMap<>();
    parts.put("institutions", choice.all());
    parts.put("now", clock.instant());
    if (chosen != null) {
      List<UnclaimedAward> found =
          unclaimed.list(chosen.id(), badgeClass, Link.id(after), AWARDS + 1);
      Map<String, String> same = parameters(chosen.id(), badgeClass);
      parts.put("awards", found.subList(0, Math.min(found.size(), AWARDS)));
      parts.put("badgeClasses", unclaimed.badgeClasses(chosen.id()));
      parts.put("chosen", same);
      if (found.size() > AWARDS) {
        Map<String, String> next = new LinkedHashMap<>(same);
        next.put("after", found.get(AWARDS - 1).id().toString());
        parts.put("next", Link.to("/admin/unclaimed", next));
      }
    }
    return screens.show("insight/unclaimed.jte", signedIn.locale(), chosen, parts);
  }

  private static Map<String, String> parameters(UUID institution, @Nullable UUID badgeClass) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("institution", institution.toString());
    if (badgeClass != null) {
      all.put("badge", badgeClass.toString());
    }
    return all;
  }
}
