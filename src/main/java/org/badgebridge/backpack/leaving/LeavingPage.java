package org.badgebridge.backpack.leaving;

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
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Institutions;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.staff.Level;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Place;
import org.badgebridge.staff.Places;
import org.badgebridge.staff.Rights;
import org.badgebridge.staff.Typed;
import org.badgebridge.web.AdminScreen;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.jspecify.annotations.Nullable;

/** When enrolment ends at an institution, and when its learners are told. */
@Path("/admin/leaving/{institution: [0-9a-f-]{36}}")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class LeavingPage {

  private static final int USUAL_DAYS = 30;

  private final EnrolmentEnds ends;
  private final ChangeEnrolmentEnd changing;
  private final Institutions institutions;
  private final Rights rights;
  private final Places places;
  private final SignedIn signedIn;
  private final AdminScreen screen;

  @Inject
  @SuppressWarnings("TooManyParameters") // an institution's page
  public LeavingPage(
      EnrolmentEnds ends,
      ChangeEnrolmentEnd changing,
      Institutions institutions,
      Rights rights,
      Places places,
      SignedIn signedIn,
      AdminScreen screen) {
    this.ends = ends;
    this.changing = changing;
    this.institutions = institutions;
    this.rights = rights;
    this.places = places;
    this.signedIn = signedIn;
    this.screen = screen;
  }

  @GET
  public Response show(
      @PathParam("institution") UUID id, @QueryParam("saved") @Nullable String saved) {
    return page(200, required(id), Typed.of(values(id)), saved != null);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response save(@PathParam("institution") UUID id, MultivaluedMap<String, String> sent) {
    Institution institution = required(id);
    Typed typed = Typed.of(sent);
    if ("stop".equals(typed.value("do"))) {
      changing.stop(id, signedIn.actor());
      return saved(id);
    }
    try {
      changing.keep(read(id, typed), signedIn.actor());
      return saved(id);
    } catch (InvalidFields invalid) {
      return page(422, institution, typed.with(invalid), false);
    }
  }

  private static Response saved(UUID id) {
    return Response.seeOther(URI.create("/admin/leaving/" + id + "?saved")).build();
  }

  private static EnrolmentEnds.End read(UUID id, Typed typed) {
    List<FieldFault> faults = new ArrayList<>();
    LocalDate day = LocalDate.EPOCH;
    try {
      day = LocalDate.parse(typed.value("endsOn"));
    } catch (DateTimeParseException e) {
      faults.add(FieldFault.of("endsOn", "backpack.leaving.fault.ends-on"));
    }
    int before = number(typed.value("days"));
    if (before < 7 || before > 180) {
      faults.add(FieldFault.of("days", "backpack.leaving.fault.days"));
    }
    if (!faults.isEmpty()) {
      throw new InvalidFields(faults);
    }
    return new EnrolmentEnds.End(id, day, before, number(typed.value("version")));
  }

  private static int number(String text) {
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
  }

  private Map<String, String> values(UUID id) {
    Map<String, String> values = new TreeMap<>();
    values.put("days", Integer.toString(USUAL_DAYS));
    ends.of(id)
        .ifPresent(
            end -> {
              values.put("endsOn", end.endsOn().toString());
              values.put("days", Integer.toString(end.daysBefore()));
              values.put("version", Long.toString(end.version()));
            });
    return values;
  }

  private Institution required(UUID id) {
    Institution institution = institutions.get(id);
    rights.require(signedIn.actor(), Permission.UPDATE, Place.institution(id));
    return institution;
  }

  private Response page(int status, Institution institution, Typed typed, boolean saved) {
    Map<String, Object> parts = new HashMap<>();
    parts.put("institution", institution);
    parts.put("way", List.copyOf(places.way(Level.INSTITUTION, institution.id())));
    parts.put("typed", typed);
    parts.put("set", ends.of(institution.id()).isPresent());
    parts.put("saved", saved);
    return screen.show(status, "backpack/leaving.jte", institution.accent(), parts);
  }
}
