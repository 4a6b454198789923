package org.badgebridge.insight;

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
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.award.Reach;
import org.badgebridge.award.WithdrawAward;
import org.badgebridge.institution.Institution;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Rights;
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
  private final WithdrawAward withdrawAward;
  private final Rights rights;
  private final Tenants tenants;
  private final SignedIn signedIn;
  private final Screens screens;
  private final Clock clock;

  @Inject
  public UnclaimedPage(
      UnclaimedAwards unclaimed,
      WithdrawAward withdrawAward,
      Rights rights,
      Tenants tenants,
      SignedIn signedIn,
      Screens screens,
      Clock clock) {
    this.unclaimed = unclaimed;
    this.withdrawAward = withdrawAward;
    this.rights = rights;
    this.tenants = tenants;
    this.signedIn = signedIn;
    this.screens = screens;
    this.clock = clock;
  }

  @GET
  public String show(
      @QueryParam("institution") @Nullable String institution,
      @QueryParam("badge") @Nullable String badge,
      @QueryParam("why") @Nullable String why,
      @QueryParam("after") @Nullable String after,
      @QueryParam("withdrawn") @Nullable String withdrawn) {
    Tenants.Choice choice = tenants.choose(institution, signedIn.actor());
    Institution chosen = choice.chosen();
    UUID badgeClass = Link.id(badge);
    Obstacle obstacle = Obstacle.of(why);
    Map<String, Object> parts = new HashMap<>();
    parts.put("institutions", choice.all());
    parts.put("now", clock.instant());
    parts.put(
        "acts",
        chosen != null
            && rights.somewhereIn(signedIn.actor(), chosen.id()).contains(Permission.AWARD));
    UUID undoable = Link.id(withdrawn);
    parts.put("withdrawn", undoable == null ? "" : undoable.toString());
    if (chosen != null) {
      List<UnclaimedAward> found =
          unclaimed.list(chosen.id(), badgeClass, obstacle, Link.id(after), AWARDS + 1);
      Map<String, String> same = parameters(chosen.id(), badgeClass);
      if (obstacle != null) {
        same.put("why", obstacle.slug());
      }
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

  /** Takes one offer back; the page then offers to undo it. */
  @POST
  @Path("{award: [0-9a-f-]{36}}/withdraw")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response withdraw(
      @PathParam("award") UUID award,
      @FormParam("why") @DefaultValue("") String why,
      @FormParam("institution") @Nullable String institution,
      @FormParam("badge") @Nullable String badge) {
    withdrawAward.withdraw(award, why, Reach.STAFF, signedIn.actor());
    return back(institution, badge, award);
  }

  /** Brings one back that was withdrawn, or has lapsed. */
  @POST
  @Path("{award: [0-9a-f-]{36}}/restore")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response restore(
      @PathParam("award") UUID award,
      @FormParam("institution") @Nullable String institution,
      @FormParam("badge") @Nullable String badge) {
    withdrawAward.restore(award, Reach.STAFF, signedIn.actor());
    return back(institution, badge, null);
  }

  private static Response back(
      @Nullable String institution, @Nullable String badge, @Nullable UUID withdrawn) {
    Map<String, String> all = new LinkedHashMap<>();
    put(all, "institution", Link.id(institution));
    put(all, "badge", Link.id(badge));
    put(all, "withdrawn", withdrawn);
    return Response.seeOther(URI.create(Link.to("/admin/unclaimed", all))).build();
  }

  private static void put(Map<String, String> all, String name, @Nullable UUID id) {
    if (id != null) {
      all.put(name, id.toString());
    }
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
