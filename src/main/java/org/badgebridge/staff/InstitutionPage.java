package org.badgebridge.staff;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.institution.EditInstitution;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Institutions;
import org.badgebridge.institution.IssuerGroups;
import org.badgebridge.institution.Issuers;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.AdminScreen;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.jspecify.annotations.Nullable;

/** One institution: its issuers as a tree, its staff and terms, and its settings. */
@Path("/admin/institutions/{id: [0-9a-f-]{36}}")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class InstitutionPage {

  private final Institutions institutions;
  private final IssuerGroups groups;
  private final Issuers issuers;
  private final EditInstitution editing;
  private final Rights rights;
  private final Places places;
  private final SignedIn signedIn;
  private final AdminScreen screen;

  @Inject
  public InstitutionPage(
      Institutions institutions,
      IssuerGroups groups,
      Issuers issuers,
      EditInstitution editing,
      Rights rights,
      Places places,
      SignedIn signedIn,
      AdminScreen screen) {
    this.institutions = institutions;
    this.groups = groups;
    this.issuers = issuers;
    this.editing = editing;
    this.rights = rights;
    this.places = places;
    this.signedIn = signedIn;
    this.screen = screen;
  }

  @GET
  public Response show(@PathParam("id") UUID id, @QueryParam("saved") @Nullable String saved) {
    Institution institution = required(id, Permission.READ);
    Map<String, Object> parts = parts(institution);
    parts.put("saved", saved != null);
    parts.put("groups", groups.of(id));
    parts.put("issuers", issuers.of(id));
    return screen.show(200, "staff/institution.jte", institution.accent(), parts);
  }

  @GET
  @Path("settings")
  public Response settings(@PathParam("id") UUID id) {
    Institution institution = required(id, Permission.UPDATE);
    return form(200, institution, Typed.of(InstitutionForm.values(institution)));
  }

  @POST
  @Path("settings")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response save(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Institution institution = required(id, Permission.UPDATE);
    Typed typed = Typed.of(sent);
    if ("language".equals(sent.getFirst("do"))) {
      return form(200, institution, typed.withLanguage(typed.value("more")));
    }
    try {
      editing.edit(id, typed.version(), InstitutionForm.settings(typed), signedIn.actor());
      return Response.seeOther(URI.create("/admin/institutions/" + id + "?saved")).build();
    } catch (InvalidFields invalid) {
      return form(422, institution, typed.with(invalid));
    } catch (ProblemException e) {
      if (e.type() != ProblemType.CONFLICT) {
        throw e;
      }
      Institution now = institutions.get(id);
      return form(409, now, typed.beside(InstitutionForm.values(now)));
    }
  }

  private Institution required(UUID id, Permission permission) {
    Institution institution = institutions.get(id);
    rights.require(signedIn.actor(), permission, Place.institution(id));
    return institution;
  }

  private Response form(int status, Institution institution, Typed typed) {
    Map<String, Object> parts = parts(institution);
    parts.put("typed", typed);
    return screen.show(status, "staff/institution-settings.jte", institution.accent(), parts);
  }

  private Map<String, Object> parts(Institution institution) {
    Map<String, Object> parts = new HashMap<>();
    parts.put("institution", institution);
    parts.put("way", List.copyOf(places.way(Level.INSTITUTION, institution.id())));
    parts.put("may", rights.of(signedIn.actor(), Place.institution(institution.id())));
    return parts;
  }
}
