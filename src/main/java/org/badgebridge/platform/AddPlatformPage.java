package org.badgebridge.platform;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;

/** The form for a platform whose values are typed in. */
@Path("/admin/platforms/new")
@Produces("text/html;charset=UTF-8")
@StaffOnly
public class AddPlatformPage {

  private final KeepRegistration keep;
  private final RegistrationCheck check;
  private final PlatformScope scope;
  private final SignedIn signedIn;
  private final AdminViews views;

  @Inject
  AddPlatformPage(
      KeepRegistration keep,
      RegistrationCheck check,
      PlatformScope scope,
      SignedIn signedIn,
      AdminViews views) {
    this.keep = keep;
    this.check = check;
    this.scope = scope;
    this.signedIn = signedIn;
    this.views = views;
  }

  @GET
  public Response show() {
    return form(200, PlatformForm.empty(), Map.of());
  }

  @POST
  public Response add(MultivaluedMap<String, String> sent) {
    Map<String, String> values = PlatformForm.of(sent);
    Registration registration = PlatformForm.registration(values);
    String institution = values.getOrDefault("institution", "");
    Map<String, String> faults = new LinkedHashMap<>(check.faults(registration, institution));
    if (!scope.mayName(signedIn.actor(), institution)) {
      faults.putIfAbsent("institution", "platform.fault.not-yours");
    }
    if (!faults.isEmpty()) {
      return form(422, values, faults);
    }
    try {
      UUID id = keep.typed(institution, registration, signedIn.actor());
      return Response.seeOther(URI.create("/admin/platforms/" + id)).build();
    } catch (ProblemException e) {
      if (e.type() != ProblemType.CONFLICT) {
        throw e;
      }
      return form(422, values, Map.of("client_id", "platform.fault.taken"));
    }
  }

  private Response form(int status, Map<String, String> values, Map<String, String> faults) {
    List<String> names = List.copyOf(scope.institutions(signedIn.actor()).values());
    return views.show(
        status,
        "form.jte",
        Map.of(
            "values",
            values,
            "faults",
            faults,
            "institutions",
            names,
            "action",
            "/admin/platforms/new"));
  }
}
