package org.badgebridge.operator;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.credential.RevokeCredential;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Places;
import org.badgebridge.staff.Rights;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.jspecify.annotations.Nullable;

/**
 * Every badge that learners of the reader's institutions hold, to find the one that was given by
 * mistake and revoke it.
 */
@Path("/admin/badges-issued")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class IssuedBadgesPage {

  private static final String ADDRESS = "/admin/badges-issued";
  private static final int BADGES = 50;

  private final ClaimedBadges badges;
  private final RevokeCredential revokeCredential;
  private final Rights rights;
  private final Places places;
  private final SignedIn signedIn;
  private final Screen screen;

  @Inject
  public IssuedBadgesPage(
      ClaimedBadges badges,
      RevokeCredential revokeCredential,
      Rights rights,
      Places places,
      SignedIn signedIn,
      Screen screen) {
    this.badges = badges;
    this.revokeCredential = revokeCredential;
    this.rights = rights;
    this.places = places;
    this.signedIn = signedIn;
    this.screen = screen;
  }

  @GET
  public String show(
      @QueryParam("name") @DefaultValue("") String name,
      @QueryParam("after") @Nullable UUID after) {
    List<ClaimedBadge> found = badges.list(seen(), name, after, BADGES + 1);
    Map<String, Object> parts = new HashMap<>();
    parts.put("name", name);
    parts.put("revokes", revokes());
    parts.put("badges", found.subList(0, Math.min(found.size(), BADGES)));
    if (found.size() > BADGES) {
      String query = "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
      parts.put("next", ADDRESS + query + "&after=" + found.get(BADGES - 1).id());
    }
    return screen.show("operator/badges-issued.jte", signedIn.locale(), parts);
  }

  /** Whether the reader can revoke anything at all; each badge is judged when it is asked. */
  private boolean revokes() {
    return signedIn.isOperator()
        || rights.institutions(signedIn.actor()).stream()
            .anyMatch(
                each -> rights.somewhereIn(signedIn.actor(), each).contains(Permission.AWARD));
  }

  /** The institutions that the reader sees, or null for all. */
  private @Nullable List<UUID> seen() {
    return signedIn.isOperator() ? null : rights.institutions(signedIn.actor());
  }

  @POST
  @Path("{award}/revoke")
  public Response revoke(
      @PathParam("award") UUID award, @FormParam("reason") @DefaultValue("") String reason) {
    rights.require(
        signedIn.actor(), Permission.AWARD, places.badgeClass(badges.badgeClassOf(award)));
    if (reason.isBlank()) {
      throw new ProblemException(ProblemType.INVALID, "operator.revoke.reason-missing");
    }
    revokeCredential.revoke(award, reason.strip(), signedIn.actor());
    return Response.seeOther(URI.create(ADDRESS)).build();
  }
}
