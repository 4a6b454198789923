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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Institutions;
import org.badgebridge.institution.Issuer;
import org.badgebridge.institution.IssuerGroup;
import org.badgebridge.institution.IssuerGroups;
import org.badgebridge.institution.Issuers;
import org.badgebridge.institution.KeepIssuer;
import org.badgebridge.keys.IssuerKeys;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.AdminScreen;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.jspecify.annotations.Nullable;

/** Issuers: a new one, and each with its settings and its keys. */
@Path("/admin/issuers")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class IssuersPage {

  private final Institutions institutions;
  private final IssuerGroups groups;
  private final Issuers issuers;
  private final KeepIssuer keeping;
  private final ReplaceIssuerKey replacing;
  private final IssuerKeys keys;
  private final Rights rights;
  private final Places places;
  private final SignedIn signedIn;
  private final AdminScreen screen;

  @Inject
  public IssuersPage(
      Institutions institutions,
      IssuerGroups groups,
      Issuers issuers,
      KeepIssuer keeping,
      ReplaceIssuerKey replacing,
      IssuerKeys keys,
      Rights rights,
      Places places,
      SignedIn signedIn,
      AdminScreen screen) {
    this.institutions = institutions;
    this.groups = groups;
    this.issuers = issuers;
    this.keeping = keeping;
    this.replacing = replacing;
    this.keys = keys;
    this.rights = rights;
    this.places = places;
    this.signedIn = signedIn;
    this.screen = screen;
  }

  @GET
  @Path("new")
  public Response blank(
      @QueryParam("institution") @Nullable UUID institution,
      @QueryParam("group") @Nullable UUID group) {
    Place place = above(institution, group);
    Map<String, String> values = new TreeMap<>();
    values.put("group", group == null ? "" : group.toString());
    return fresh(200, place, Typed.of(values));
  }

  @POST
  @Path("new")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response create(
      @QueryParam("institution") @Nullable UUID institution,
      @QueryParam("group") @Nullable UUID group,
      MultivaluedMap<String, String> sent) {
    Place place = above(institution, group);
    Typed typed = Typed.of(sent);
    if ("language".equals(sent.getFirst("do"))) {
      return fresh(200, place, typed.withLanguage(typed.value("more")));
    }
    try {
      requireIn(place.institutionId(), IssuerForm.group(typed));
      Issuer made =
          keeping.create(place.institutionId(), IssuerForm.settings(typed), signedIn.actor());
      return Response.seeOther(URI.create("/admin/issuers/" + made.id())).build();
    } catch (InvalidFields invalid) {
      return fresh(422, place, typed.with(invalid));
    }
  }

  @GET
  @Path("{id: [0-9a-f-]{36}}")
  public Response show(@PathParam("id") UUID id) {
    require(id, Permission.READ);
    return known(200, id, null);
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
      Issuer issuer = issuers.get(id);
      UUID group = IssuerForm.group(typed);
      if (!Objects.equals(group, issuer.groupId())) {
        requireIn(issuer.institutionId(), group);
      }
      keeping.edit(id, typed.version(), IssuerForm.settings(typed), signedIn.actor());
      return back(id);
    } catch (InvalidFields invalid) {
      return known(422, id, typed.with(invalid));
    } catch (ProblemException e) {
      if (e.type() != ProblemType.CONFLICT) {
        throw e;
      }
      Locale language = institutions.get(issuers.get(id).institutionId()).defaultLocale();
      return known(409, id, typed.beside(IssuerForm.values(issuers.get(id), language)));
    }
  }

  @POST
  @Path("{id: [0-9a-f-]{36}}/{deed: archive|restore}")
  public Response archive(@PathParam("id") UUID id, @PathParam("deed") String deed) {
    require(id, Permission.DELETE);
    keeping.archive(id, "archive".equals(deed), signedIn.actor());
    return back(id);
  }

  @POST
  @Path("{id: [0-9a-f-]{36}}/keys")
  public Response replaceKey(@PathParam("id") UUID id) {
    replacing.replace(id, signedIn.actor());
    return back(id);
  }

  private Place above(@Nullable UUID institution, @Nullable UUID group) {
    if (institution == null && group == null) {
      throw new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
    }
    Place place =
        group == null
            ? places.at(Level.INSTITUTION, Objects.requireNonNull(institution))
            : places.at(Level.ISSUER_GROUP, group);
    rights.require(signedIn.actor(), Permission.CREATE, place);
    return place;
  }

  /** An issuer is put into a group only by whoever may make issuers there. */
  private void requireIn(UUID institution, @Nullable UUID group) {
    Place place =
        group == null ? Place.institution(institution) : places.at(Level.ISSUER_GROUP, group);
    rights.require(signedIn.actor(), Permission.CREATE, place);
  }

  private void require(UUID id, Permission permission) {
    rights.require(signedIn.actor(), permission, places.issuer(id));
  }

  private Response fresh(int status, Place place, Typed typed) {
    Institution owner = institutions.get(place.institutionId());
    Map<String, Object> parts = new HashMap<>();
    parts.put("institution", owner);
    parts.put("groups", openGroups(owner.id(), null));
    parts.put("way", places.way(place.level(), place.id()));
    parts.put("typed", typed);
    return screen.show(status, "staff/issuer-new.jte", owner.accent(), parts);
  }

  private Response known(int status, UUID id, @Nullable Typed typed) {
    Issuer issuer = issuers.get(id);
    Institution owner = institutions.get(issuer.institutionId());
    Map<String, Object> parts = new HashMap<>();
    parts.put("institution", owner);
    parts.put("issuer", issuer);
    parts.put("groups", openGroups(owner.id(), issuer.groupId()));
    parts.put("keys", keys.history(id));
    parts.put("way", places.way(Level.ISSUER, id));
    parts.put("may", rights.of(signedIn.actor(), places.issuer(id)));
    parts.put(
        "typed",
        typed == null ? Typed.of(IssuerForm.values(issuer, owner.defaultLocale())) : typed);
    return screen.show(status, "staff/issuer.jte", owner.accent(), parts);
  }

  /** Those that are in use, and the one that it is in. */
  private List<IssuerGroup> openGroups(UUID institution, @Nullable UUID present) {
    return groups.of(institution).stream()
        .filter(each -> !each.isArchived() || each.id().equals(present))
        .toList();
  }

  private static Response back(UUID id) {
    return Response.seeOther(URI.create("/admin/issuers/" + id)).build();
  }
}
