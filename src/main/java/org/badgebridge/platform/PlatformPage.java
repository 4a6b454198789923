package org.badgebridge.platform;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Institutions;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.jspecify.annotations.Nullable;

/** One platform: its state, its deployments, its values. */
@Path("/admin/platforms/{id: [0-9a-f-]{36}}")
@Produces("text/html;charset=UTF-8")
@StaffOnly
public class PlatformPage {

  private static final int ROWS = 50;

  private final Platforms platforms;
  private final Deployments deployments;
  private final PlatformTroubles troubles;
  private final Institutions institutions;
  private final KeepRegistration keep;
  private final DecideRegistration decide;
  private final FollowClient followClient;
  private final RegistrationCheck check;
  private final PlatformScope scope;
  private final SignedIn signedIn;
  private final AdminViews views;

  @Inject
  PlatformPage(
      Platforms platforms,
      Deployments deployments,
      PlatformTroubles troubles,
      Institutions institutions,
      KeepRegistration keep,
      DecideRegistration decide,
      FollowClient followClient,
      RegistrationCheck check,
      PlatformScope scope,
      SignedIn signedIn,
      AdminViews views) {
    this.platforms = platforms;
    this.deployments = deployments;
    this.troubles = troubles;
    this.institutions = institutions;
    this.keep = keep;
    this.decide = decide;
    this.followClient = followClient;
    this.check = check;
    this.scope = scope;
    this.signedIn = signedIn;
    this.views = views;
  }

  @GET
  public Response show(@PathParam("id") UUID id, @QueryParam("after") @Nullable String after) {
    Platform platform = own(id);
    List<Deployment> found = deployments.of(id, after == null ? "" : after, ROWS + 1);
    Map<String, Object> parts = new HashMap<>();
    parts.put("platform", platform);
    parts.put("values", PlatformForm.of(platform, institution(platform)));
    parts.put("foreign", Neighbours.of(platform));
    parts.put(
        "change",
        platforms.change(id).map(each -> each.lines(platform.registration())).orElse(List.of()));
    parts.put("institutions", scope.institutions(signedIn.actor()));
    parts.put("deployments", found.subList(0, Math.min(found.size(), ROWS)));
    parts.put("next", found.size() > ROWS ? found.get(ROWS - 1).deploymentId() : null);
    parts.put(
        "troubles", troubles.list().stream().filter(each -> each.platformId().equals(id)).toList());
    return views.show(200, "platform.jte", parts);
  }

  @POST
  @Path("/state")
  public Response decide(@PathParam("id") UUID id, @FormParam("to") String to) {
    own(id);
    decide.platform(id, RegistrationState.ACTIVE.name().equals(to), signedIn.actor());
    return back(id);
  }

  @POST
  @Path("/change")
  public Response change(@PathParam("id") UUID id, @FormParam("do") String deed) {
    own(id);
    decide.change(id, "take".equals(deed), signedIn.actor());
    return back(id);
  }

  @POST
  @Path("/deployments/{deployment}")
  public Response decide(
      @PathParam("id") UUID id,
      @PathParam("deployment") UUID deployment,
      @FormParam("to") String to,
      @FormParam("institution") @DefaultValue("") String institution) {
    own(id);
    if (RegistrationState.ACTIVE.name().equals(to)) {
      if (!institution.isBlank() && !scope.mayName(signedIn.actor(), institution)) {
        throw new ProblemException(ProblemType.INVALID, "platform.fault.not-yours");
      }
      decide.approve(id, deployment, institution, signedIn.actor());
    } else {
      decide.disable(id, deployment, signedIn.actor());
    }
    return back(id);
  }

  /** Says that a deployment goes by a new id, and perhaps the whole tool by a new client id. */
  @POST
  @Path("/replaced")
  public Response replaced(
      @PathParam("id") UUID id,
      @FormParam("old") @DefaultValue("") String old,
      @FormParam("new") @DefaultValue("") String now,
      @FormParam("client") @DefaultValue("") String client) {
    Platform platform = own(id);
    if (client.isBlank()) {
      decide.replaced(id, old, now, signedIn.actor());
      return back(id);
    }
    platforms
        .find(platform.issuer(), client.strip())
        .ifPresent(each -> scope.require(signedIn.actor(), each));
    followClient.follow(id, client.strip(), old.strip(), now.strip(), signedIn.actor());
    return back(id);
  }

  @GET
  @Path("/edit")
  public Response form(@PathParam("id") UUID id) {
    Platform platform = own(id);
    return form(200, id, PlatformForm.of(platform, institution(platform)), Map.of());
  }

  @POST
  @Path("/edit")
  public Response edit(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Platform platform = own(id);
    Map<String, String> values = PlatformForm.of(sent);
    values.put("issuer", platform.issuer()); // what it is cannot be edited
    values.put("client_id", platform.clientId());
    String institution = values.getOrDefault("institution", "");
    Registration registration = PlatformForm.registration(values);
    Map<String, String> faults = new LinkedHashMap<>(check.faults(registration, institution));
    if (!scope.mayName(signedIn.actor(), institution)) {
      faults.putIfAbsent("institution", "platform.fault.not-yours");
    }
    if (!faults.isEmpty()) {
      return form(422, id, values, faults);
    }
    keep.edited(id, institution, registration, signedIn.actor());
    return back(id);
  }

  private Response form(
      int status, UUID id, Map<String, String> values, Map<String, String> faults) {
    return views.show(
        status,
        "form.jte",
        Map.of(
            "values",
            values,
            "faults",
            faults,
            "institutions",
            List.copyOf(scope.institutions(signedIn.actor()).values()),
            "action",
            "/admin/platforms/" + id + "/edit"));
  }

  /** The platform, if whoever is signed in looks after it. */
  private Platform own(UUID id) {
    Platform platform = platforms.get(id);
    scope.require(signedIn.actor(), platform);
    return platform;
  }

  private String institution(Platform platform) {
    return institutions.find(platform.institutionId()).map(Institution::name).orElse("");
  }

  private static Response back(UUID id) {
    return Response.seeOther(URI.create("/admin/platforms/" + id)).build();
  }
}
