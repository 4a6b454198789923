package org.badgebridge.staff;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Institutions;
import org.badgebridge.institution.PublishTerms;
import org.badgebridge.institution.Terms;
import org.badgebridge.institution.TermsBook;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.AdminScreen;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;

/** The terms that an institution asks its learners to agree to: its versions, and a new one. */
@Path("/admin/terms/{institution: [0-9a-f-]{36}}")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class TermsPage {

  private final Institutions institutions;
  private final TermsBook book;
  private final PublishTerms publishing;
  private final Rights rights;
  private final Places places;
  private final SignedIn signedIn;
  private final AdminScreen screen;

  @Inject
  public TermsPage(
      Institutions institutions,
      TermsBook book,
      PublishTerms publishing,
      Rights rights,
      Places places,
      SignedIn signedIn,
      AdminScreen screen) {
    this.institutions = institutions;
    this.book = book;
    this.publishing = publishing;
    this.rights = rights;
    this.places = places;
    this.signedIn = signedIn;
    this.screen = screen;
  }

  @GET
  public Response show(@PathParam("institution") UUID id) {
    Institution institution = required(id, Permission.READ);
    return page(200, institution, Typed.of(values(id)));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response publish(@PathParam("institution") UUID id, MultivaluedMap<String, String> sent) {
    Institution institution = required(id, Permission.ADMINISTRATE);
    Typed typed = Typed.of(sent);
    if ("language".equals(sent.getFirst("do"))) {
      return page(200, institution, typed.withLanguage(typed.value("more")));
    }
    try {
      int after = Math.toIntExact(Math.min(typed.version(), Integer.MAX_VALUE));
      publishing.publish(id, after, typed.texts(), typed.ticked("again"), signedIn.actor());
      return Response.seeOther(URI.create("/admin/terms/" + id)).build();
    } catch (InvalidFields invalid) {
      return page(422, institution, typed.with(invalid));
    } catch (ProblemException e) {
      if (e.type() != ProblemType.CONFLICT) {
        throw e;
      }
      return page(409, institution, typed.beside(values(id)));
    }
  }

  private Institution required(UUID id, Permission permission) {
    Institution institution = institutions.get(id);
    rights.require(signedIn.actor(), permission, Place.institution(id));
    return institution;
  }

  private Map<String, String> values(UUID id) {
    Map<String, String> values = new TreeMap<>();
    values.put("version", "0");
    book.current(id).ifPresent(terms -> put(values, terms));
    return values;
  }

  private static void put(Map<String, String> values, Terms terms) {
    values.put("version", Integer.toString(terms.number()));
    terms.texts().texts().forEach((tag, text) -> values.put(Typed.TEXT + tag, text));
  }

  private Response page(int status, Institution institution, Typed typed) {
    List<Terms> versions = book.of(institution.id());
    Map<String, Object> parts = new HashMap<>();
    parts.put("institution", institution);
    parts.put("versions", versions);
    parts.put("way", places.way(Level.INSTITUTION, institution.id()));
    parts.put("may", rights.of(signedIn.actor(), Place.institution(institution.id())));
    parts.put("typed", typed);
    return screen.show(status, "staff/terms.jte", institution.accent(), parts);
  }
}
