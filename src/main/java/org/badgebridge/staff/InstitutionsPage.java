package org.badgebridge.staff;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.institution.CreateInstitution;
import org.badgebridge.institution.Institutions;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.AdminScreen;
import org.badgebridge.web.Page;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.jspecify.annotations.Nullable;

/** The institutions that somebody sees; operators found new ones here. */
@Path("/admin/institutions")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class InstitutionsPage {

  private final Institutions institutions;
  private final CreateInstitution creating;
  private final Rights rights;
  private final SignedIn signedIn;
  private final AdminScreen screen;

  @Inject
  public InstitutionsPage(
      Institutions institutions,
      CreateInstitution creating,
      Rights rights,
      SignedIn signedIn,
      AdminScreen screen) {
    this.institutions = institutions;
    this.creating = creating;
    this.rights = rights;
    this.signedIn = signedIn;
    this.screen = screen;
  }

  @GET
  public Response list() {
    return show(200, "", null);
  }

  @POST
  public Response create(@FormParam("name") @DefaultValue("") String name) {
    if (!signedIn.isOperator()) {
      throw new ProblemException(ProblemType.FORBIDDEN, "web.operators-only");
    }
    try {
      UUID id = creating.create(name, signedIn.actor()).id();
      return Response.seeOther(URI.create("/admin/institutions/" + id)).build();
    } catch (InvalidFields invalid) {
      return show(422, name, invalid.faults().get(0));
    }
  }

  private Response show(int status, String name, @Nullable FieldFault fault) {
    Set<UUID> seen = Set.copyOf(rights.institutions(signedIn.actor()));
    Map<String, Object> parts = new HashMap<>();
    parts.put(
        "institutions",
        institutions.all().stream().filter(each -> seen.contains(each.id())).toList());
    parts.put("operator", signedIn.isOperator());
    parts.put("name", name);
    parts.put("fault", fault);
    return screen.show(status, "staff/institutions.jte", Page.ACCENT, parts);
  }
}
