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
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.badgebridge.institution.GroupSettings;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Institutions;
import org.badgebridge.institution.IssuerGroup;
import org.badgebridge.institution.IssuerGroups;
import org.badgebridge.institution.Issuers;
import org.badgebridge.institution.KeepIssuerGroup;
import org.badgebridge.institution.Visibility;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.AdminScreen;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.jspecify.annotations.Nullable;

/** Issuer groups: a new one, and each with its issuers and settings. */
@Path("/admin/groups")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class GroupsPage {

  private final Institutions institutions;
  private final IssuerGroups groups;
  private final Issuers issuers;
  private final KeepIssuerGroup keeping;
  private final Rights rights;
  private final Places places;
  private final SignedIn signedIn;
  private final AdminScreen screen;

  @Inject
  public GroupsPage(
      Institutions institutions,
      IssuerGroups groups,
      Issuers issuers,
      KeepIssuerGroup keeping,
      Rights rights,
      Places places,
      SignedIn signedIn,
      AdminScreen screen) {
    this.institutions = institutions;
    this.groups = groups;
    this.issuers = issuers;
    this.keeping = keeping;
    this.rights = rights;
    this.places = places;
    this.signedIn = signedIn;
    this.screen = screen;
  }

  @GET
  @Path("new")
  public Response blank(@QueryParam("institution") @Nullable UUID institution) {
    Institution owner = owner(institution);
    return fresh(200, owner, Typed.of(Map.of("visibility", Visibility.PUBLIC.name())));
  }

  @POST
  @Path("new")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response create(
      @QueryParam("institution") @Nullable UUID institution, MultivaluedMap<String, String> sent) {
    Institution owner = owner(institution);
    Typed typed = Typed.of(sent);
    if ("language".equals(sent.getFirst("do"))) {
      return fresh(200, owner, typed.withLanguage(typed.value("more")));
    }
    try {
      IssuerGroup made = keeping.create(owner.id(), settings(typed), signedIn.actor());
      return Response.seeOther(URI.create("/admin/groups/" + made.id())).build();
    } catch (InvalidFields invalid) {
      return fresh(422, owner, typed.with(invalid));
    }
  }

  @GET
  @Path("{id: [0-9a-f-]{36}}")
  public Response show(@PathParam("id") UUID id) {
    require(id, Permission.READ);
    return known(200, id, Typed.of(values(groups.get(id))));
  }

  @POST
  @Path("{id: [0-9a-f-]{36}}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response save(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    require(id, Permission.UPDATE);
    Typed typed = Typed.of(sent);
    if ("language".equals(sent.getFirst("do"))) {
      return known(200, id, typed.withLanguage(typed.value("more")));
    }
    try {
      keeping.edit(id, typed.version(), settings(typed), signedIn.actor());
      return back(id);
    } catch (InvalidFields invalid) {
      return known(422, id, typed.with(invalid));
    } catch (ProblemException e) {
      if (e.type() != ProblemType.CONFLICT) {
        throw e;
      }
      return known(409, id, typed.beside(values(groups.get(id))));
    }
  }

  @POST
  @Path("{id: [0-9a-f-]{36}}/{deed: archive|restore}")
  public Response archive(@PathParam("id") UUID id, @PathParam("deed") String deed) {
    require(id, Permission.DELETE);
    keeping.archive(id, "archive".equals(deed), signedIn.actor());
    return back(id);
  }

  private Institution owner(@Nullable UUID institution) {
    if (institution == null) {
      throw new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
    }
    Institution owner = institutions.get(institution);
    rights.require(signedIn.actor(), Permission.CREATE, Place.institution(institution));
    return owner;
  }

  private void require(UUID id, Permission permission) {
    rights.require(signedIn.actor(), permission, places.at(Level.ISSUER_GROUP, id));
  }

  private static GroupSettings settings(Typed typed) {
    return new GroupSettings(
        typed.naming(),
        typed.optional("behalf"),
        typed.optional("behalf-url"),
        typed.optional("linkedin"),
        InstitutionForm.chosen(Visibility.class, typed.value("visibility"))
            .orElse(Visibility.TEST));
  }

  private static Map<String, String> values(IssuerGroup group) {
    GroupSettings settings = group.settings();
    Map<String, String> values = new TreeMap<>();
    values.put("version", Long.toString(group.version()));
    Typed.put(values, settings.naming());
    Typed.put(values, "behalf", settings.onBehalfOf());
    Typed.put(values, "behalf-url", settings.onBehalfOfUrl());
    Typed.put(values, "linkedin", settings.linkedinId());
    values.put("visibility", settings.visibility().name());
    return values;
  }

  private Response fresh(int status, Institution owner, Typed typed) {
    Map<String, Object> parts = new HashMap<>();
    parts.put("institution", owner);
    parts.put("way", places.way(Level.INSTITUTION, owner.id()));
    parts.put("typed", typed);
    return screen.show(status, "staff/group-new.jte", owner.accent(), parts);
  }

  private Response known(int status, UUID id, Typed typed) {
    IssuerGroup group = groups.get(id);
    Institution owner = institutions.get(group.institutionId());
    Map<String, Object> parts = new HashMap<>();
    parts.put("institution", owner);
    parts.put("group", group);
    parts.put("issuers", issuers.inGroup(id));
    parts.put("way", places.way(Level.ISSUER_GROUP, id));
    parts.put("may", rights.of(signedIn.actor(), places.at(Level.ISSUER_GROUP, id)));
    parts.put("typed", typed);
    return screen.show(status, "staff/group.jte", owner.accent(), parts);
  }

  private static Response back(UUID id) {
    return Response.seeOther(URI.create("/admin/groups/" + id)).build();
  }
}
