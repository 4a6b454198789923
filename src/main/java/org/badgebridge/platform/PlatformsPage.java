package org.badgebridge.platform;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.jspecify.annotations.Nullable;

/** All platforms, what is wrong with any, and the link by which a new one registers itself. */
@Path("/admin/platforms")
@Produces("text/html;charset=UTF-8")
@StaffOnly
public class PlatformsPage {

  private static final int ROWS = 50;
  private static final int LONGEST_NAME = 200;

  private final Platforms platforms;
  private final PlatformTroubles troubles;
  private final PlatformFiles files;
  private final PlatformScope scope;
  private final InvitePlatform invite;
  private final SignedIn signedIn;
  private final AdminViews views;
  private final Tool tool;

  @Inject
  PlatformsPage(
      Platforms platforms,
      PlatformTroubles troubles,
      PlatformFiles files,
      PlatformScope scope,
      InvitePlatform invite,
      SignedIn signedIn,
      AdminViews views,
      PublicOrigin publicOrigin) {
    this.platforms = platforms;
    this.troubles = troubles;
    this.files = files;
    this.scope = scope;
    this.invite = invite;
    this.signedIn = signedIn;
    this.views = views;
    this.tool = Tool.at(publicOrigin);
  }

  @GET
  public Response list(@QueryParam("after") @Nullable UUID after) {
    return show(200, after, null, null);
  }

  /** Makes a registration link; it is shown in this answer and never again. */
  @POST
  @Path("/invitations")
  public Response invite(@FormParam("institution") @Nullable String institution) {
    String name = institution == null ? "" : institution.strip();
    if (!scope.mayName(signedIn.actor(), name) && !name.isEmpty()) {
      return show(422, null, null, "platform.fault.not-yours");
    }
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return show(
          422, null, null, name.isEmpty() ? RegistrationCheck.MISSING : RegistrationCheck.TOO_LONG);
    }
    String code = invite.invite(name, signedIn.accountId(), signedIn.actor());
    return show(200, null, tool.registrationUrl(code), null);
  }

  private Response show(
      int status, @Nullable UUID after, @Nullable String link, @Nullable String fault) {
    Map<UUID, String> institutions = scope.institutions(signedIn.actor());
    List<Platform> found = platforms.page(institutions.keySet(), after, ROWS + 1);
    boolean operator = signedIn.isOperator();
    Map<String, Object> parts = new HashMap<>();
    parts.put("platforms", found.subList(0, Math.min(found.size(), ROWS)));
    parts.put("next", found.size() > ROWS ? found.get(ROWS - 1).id().toString() : null);
    parts.put("institutions", institutions);
    parts.put("troubles", operator ? troubles.list() : troublesOf(found));
    parts.put("fileFaults", operator ? files.faults() : List.of());
    parts.put("changing", platforms.changing());
    parts.put("link", link);
    parts.put("fault", fault);
    return views.show(status, "platforms.jte", parts);
  }

  private List<PlatformTroubles.Trouble> troublesOf(List<Platform> shown) {
    List<UUID> ids = shown.stream().map(Platform::id).toList();
    return troubles.list().stream().filter(each -> ids.contains(each.platformId())).toList();
  }
}
