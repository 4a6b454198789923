package org.badgebridge.staff;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.AdminScreen;
import org.badgebridge.web.Page;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.jspecify.annotations.Nullable;

/** Who has rights for an institution, an issuer group, an issuer or a badge class. */
@Path("/admin/staff/{level: institution|group|issuer|badge}/{id: [0-9a-f-]{36}}")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class StaffPage {

  private final StaffBoards boards;
  private final Places places;
  private final InviteStaff inviting;
  private final RevokeInvitation revoking;
  private final ChangeMembership changing;
  private final RemoveMembership removing;
  private final SignedIn signedIn;
  private final AdminScreen screen;

  @Inject
  public StaffPage(
      StaffBoards boards,
      Places places,
      InviteStaff inviting,
      RevokeInvitation revoking,
      ChangeMembership changing,
      RemoveMembership removing,
      SignedIn signedIn,
      AdminScreen screen) {
    this.boards = boards;
    this.places = places;
    this.inviting = inviting;
    this.revoking = revoking;
    this.changing = changing;
    this.removing = removing;
    this.signedIn = signedIn;
    this.screen = screen;
  }

  @GET
  public Response show(@PathParam("level") String level, @PathParam("id") UUID id) {
    return board(200, level, id, "", null, null);
  }

  /** Answers with the page itself, not with a redirect: the link is shown once and kept nowhere. */
  @POST
  @Path("invitations")
  public Response invite(
      @PathParam("level") String level,
      @PathParam("id") UUID id,
      @FormParam("email") @DefaultValue("") String email,
      @FormParam("role") @DefaultValue("") String role) {
    Place place = places.at(level(level), id);
    try {
      String link = inviting.invite(place, email, permissions(role, place), signedIn.actor());
      return board(200, level, id, "", null, link);
    } catch (ProblemException e) {
      if (e.type() != ProblemType.INVALID && e.type() != ProblemType.CONFLICT) {
        throw e;
      }
      return board(e.type().status(), level, id, email, e.detailKey(), null);
    }
  }

  @POST
  @Path("invitations/{invitation}/revoke")
  public Response revoke(
      @PathParam("level") String level,
      @PathParam("id") UUID id,
      @PathParam("invitation") UUID invitation) {
    revoking.revoke(invitation, signedIn.actor());
    return back(level, id);
  }

  @POST
  @Path("members/{member}")
  public Response change(
      @PathParam("level") String level,
      @PathParam("id") UUID id,
      @PathParam("member") UUID member,
      @FormParam("role") @DefaultValue("") String role) {
    Place place = places.at(level(level), id);
    changing.change(member, permissions(role, place), signedIn.actor());
    return back(level, id);
  }

  @POST
  @Path("members/{member}/remove")
  public Response remove(
      @PathParam("level") String level,
      @PathParam("id") UUID id,
      @PathParam("member") UUID member) {
    removing.remove(member, signedIn.actor());
    return back(level, id);
  }

  private static Set<Permission> permissions(String role, Place place) {
    return Role.named(role, place.level()).map(Role::permissions).orElse(Set.of());
  }

  private static Level level(String slug) {
    return Level.of(slug)
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
  }

  private Response board(
      int status,
      String level,
      UUID id,
      String email,
      @Nullable String fault,
      @Nullable String link) {
    Map<String, Object> parts = new HashMap<>();
    parts.put("board", boards.of(level(level), id, signedIn.actor()));
    parts.put("email", email);
    parts.put("fault", fault);
    parts.put("link", link);
    return screen.show(status, "staff/staff.jte", Page.ACCENT, parts);
  }

  /** Whoever gave up their own last rights sees nothing here any more. */
  private Response back(String level, UUID id) {
    Place place = places.at(level(level), id);
    boolean sees = boards.sees(signedIn.actor(), place);
    return Response.seeOther(
            URI.create(sees ? "/admin/staff/" + level + "/" + id : "/admin/institutions"))
        .build();
  }
}
