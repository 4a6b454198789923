package org.badgebridge.privacy.people;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Institutions;
import org.badgebridge.privacy.AskForErasure;
import org.badgebridge.privacy.Erasures;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.Level;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Place;
import org.badgebridge.staff.Places;
import org.badgebridge.staff.Rights;
import org.badgebridge.web.AdminScreen;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.jspecify.annotations.Nullable;

/** Whom an institution knows; and one of them, whom its administrators can have erased. */
@Path("/admin/people/{institution: [0-9a-f-]{36}}")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class PeoplePage {

  private final KnownPeople people;
  private final EraseByStaff eraseByStaff;
  private final Erasures erasures;
  private final Institutions institutions;
  private final Rights rights;
  private final Places places;
  private final SignedIn signedIn;
  private final AdminScreen screen;

  @Inject
  @SuppressWarnings("TooManyParameters") // whom, and who may
  public PeoplePage(
      KnownPeople people,
      EraseByStaff eraseByStaff,
      Erasures erasures,
      Institutions institutions,
      Rights rights,
      Places places,
      SignedIn signedIn,
      AdminScreen screen) {
    this.people = people;
    this.eraseByStaff = eraseByStaff;
    this.erasures = erasures;
    this.institutions = institutions;
    this.rights = rights;
    this.places = places;
    this.signedIn = signedIn;
    this.screen = screen;
  }

  @GET
  public Response show(@PathParam("institution") UUID id) {
    return list(id, "");
  }

  /** Finds; posted, so that no name stands in an address. */
  @POST
  @Path("search")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response search(
      @PathParam("institution") UUID id, @FormParam("words") @Nullable String words) {
    return list(id, words == null ? "" : words);
  }

  @GET
  @Path("{person: [0-9a-f-]{36}}")
  public Response one(@PathParam("institution") UUID id, @PathParam("person") UUID personId) {
    return one(200, id, personId, null);
  }

  /** Has them erased. */
  @POST
  @Path("{person: [0-9a-f-]{36}}/erase")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response erase(
      @PathParam("institution") UUID id,
      @PathParam("person") UUID personId,
      @FormParam("ground") @Nullable String ground) {
    required(id);
    Erasures.Ground chosen = Erasures.Ground.read(ground);
    if (chosen == null) {
      return one(422, id, personId, FieldFault.of("ground", "privacy.people.no-ground"));
    }
    eraseByStaff.ask(id, personId, chosen, signedIn.actor());
    return back(id, personId);
  }

  /** Thinks better of it. */
  @POST
  @Path("{person: [0-9a-f-]{36}}/keep")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response keep(@PathParam("institution") UUID id, @PathParam("person") UUID personId) {
    required(id);
    eraseByStaff.callOff(id, personId, signedIn.actor());
    return back(id, personId);
  }

  private Response list(UUID id, String words) {
    Institution institution = required(id);
    return screen.show(
        200,
        "privacy/people.jte",
        institution.accent(),
        Map.of(
            "institution",
            institution,
            "way",
            List.copyOf(places.way(Level.INSTITUTION, id)),
            "words",
            words,
            "found",
            people.search(id, words),
            "asked",
            erasures.askedBy(id)));
  }

  private Response one(int status, UUID id, UUID personId, @Nullable FieldFault fault) {
    Institution institution = required(id);
    KnownPeople.Portrait portrait =
        people
            .portrait(id, personId)
            .orElseThrow(
                () -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
    Map<String, Object> parts = new HashMap<>();
    parts.put("institution", institution);
    parts.put("way", List.copyOf(places.way(Level.INSTITUTION, id)));
    parts.put("portrait", portrait);
    parts.put("may", EraseByStaff.may(portrait, signedIn.actor()));
    parts.put("days", AskForErasure.COOL_DOWN.toDays());
    erasures.waiting(personId).ifPresent(waiting -> parts.put("waiting", waiting));
    if (fault != null) {
      parts.put("fault", fault);
    }
    return screen.show(status, "privacy/person.jte", institution.accent(), parts);
  }

  private static Response back(UUID id, UUID personId) {
    return Response.seeOther(URI.create("/admin/people/" + id + "/" + personId)).build();
  }

  /** Names of everybody are for those only who run the institution. */
  private Institution required(UUID id) {
    Institution institution = institutions.get(id);
    rights.require(signedIn.actor(), Permission.ADMINISTRATE, Place.institution(id));
    return institution;
  }
}
