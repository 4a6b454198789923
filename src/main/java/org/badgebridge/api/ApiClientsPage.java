package org.badgebridge.api;

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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.institution.Institution;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.ChangeApiClient;
import org.badgebridge.staff.MakeApiClient;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Place;
import org.badgebridge.staff.Places;
import org.badgebridge.staff.Places.Step;
import org.badgebridge.staff.Tenants;
import org.badgebridge.web.AdminScreen;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.jspecify.annotations.Nullable;

/** Where staff make, rename and revoke API clients. */
@Path("/admin/api")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class ApiClientsPage {

  private final ClientBoards boards;
  private final MakeApiClient making;
  private final ChangeApiClient changing;
  private final Places places;
  private final Tenants tenants;
  private final SignedIn signedIn;
  private final AdminScreen screen;

  @Inject
  public ApiClientsPage(
      ClientBoards boards,
      MakeApiClient making,
      ChangeApiClient changing,
      Places places,
      Tenants tenants,
      SignedIn signedIn,
      AdminScreen screen) {
    this.boards = boards;
    this.making = making;
    this.changing = changing;
    this.places = places;
    this.tenants = tenants;
    this.signedIn = signedIn;
    this.screen = screen;
  }

  @GET
  public Response show(@QueryParam("institution") @Nullable String institution) {
    return board(200, institution(institution), "", List.of(), null);
  }

  /**
   * Answers with the page itself, not with a redirect: the token is shown once and kept nowhere.
   */
  @POST
  public Response make(
      @FormParam("institution") @Nullable String institution,
      @FormParam("place") @DefaultValue("") String place,
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("permission") List<String> permissions,
      @FormParam("expires") @DefaultValue("") String expires) {
    Institution at = institution(institution);
    ClientBoard board = boards.of(at, signedIn.actor());
    try {
      MakeApiClient.Made made =
          making.make(
              place(board, place), name, given(permissions), end(expires), signedIn.actor());
      return board(200, at, "", List.of(), made.token());
    } catch (InvalidFields invalid) {
      return board(invalid.type().status(), at, name, invalid.faults(), null);
    }
  }

  @POST
  @Path("{id: [0-9a-f-]{36}}/name")
  public Response rename(
      @PathParam("id") UUID id, @FormParam("name") @DefaultValue("") String name) {
    return back(changing.rename(id, name, signedIn.actor()).institutionId());
  }

  @POST
  @Path("{id: [0-9a-f-]{36}}/revoke")
  public Response revoke(@PathParam("id") UUID id) {
    return back(changing.revoke(id, signedIn.actor()).institutionId());
  }

  private Institution institution(@Nullable String asked) {
    Institution chosen = tenants.choose(asked, signedIn.actor()).chosen();
    if (chosen == null) {
      throw new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
    }
    return chosen;
  }

  private Place place(ClientBoard board, String asked) {
    Step step =
        board.places().stream()
            .filter(each -> each.id().toString().equals(asked))
            .findFirst()
            .orElseThrow(() -> fault("place", "api.client.place.missing"));
    return places.at(step.level(), step.id());
  }

  private static Set<Permission> given(List<String> names) {
    Set<Permission> given = EnumSet.noneOf(Permission.class);
    for (Permission each : Permission.values()) {
      if (names.contains(each.name())) {
        given.add(each);
      }
    }
    return given;
  }

  /** The named day is its last, UTC. */
  private static @Nullable Instant end(String day) {
    try {
      return day.isBlank()
          ? null
          : LocalDate.parse(day).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      throw fault("expires", "staff.client.past");
    }
  }

  private static InvalidFields fault(String field, String key) {
    return new InvalidFields(List.of(FieldFault.of(field, key)));
  }

  private Response board(
      int status, Institution at, String name, List<FieldFault> faults, @Nullable String token) {
    Map<String, Object> parts = new HashMap<>();
    parts.put("institution", at);
    parts.put("board", boards.of(at, signedIn.actor()));
    parts.put("name", name);
    parts.put("faults", faults);
    parts.put("token", token);
    return screen.show(status, "api/clients.jte", at.accent(), parts);
  }

  private static Response back(UUID institution) {
    return Response.seeOther(URI.create("/admin/api?institution=" + institution)).build();
  }
}
