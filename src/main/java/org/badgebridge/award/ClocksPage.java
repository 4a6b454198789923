package org.badgebridge.award;

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
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Institutions;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Place;
import org.badgebridge.staff.Rights;
import org.badgebridge.staff.Typed;
import org.badgebridge.web.Page;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** The clocks of an institution: when offers lapse, reminders come, data goes. */
@Path("/admin/clocks/{institution: [0-9a-f-]{36}}")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class ClocksPage {

  /** What no number of days can be. */
  private static final int NO_NUMBER = -1;

  private final AwardSettingsBook book;
  private final Institutions institutions;
  private final Rights rights;
  private final SignedIn signedIn;
  private final Views views;
  private final Words words;

  @Inject
  public ClocksPage(
      AwardSettingsBook book,
      Institutions institutions,
      Rights rights,
      SignedIn signedIn,
      Views views,
      Words words) {
    this.book = book;
    this.institutions = institutions;
    this.rights = rights;
    this.signedIn = signedIn;
    this.views = views;
    this.words = words;
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
    try {
      book.change(id, number(typed, "version"), read(typed), signedIn.actor());
      return Response.seeOther(URI.create("/admin/clocks/" + id + "?saved")).build();
    } catch (InvalidFields invalid) {
      return page(422, institution, typed.with(invalid), false);
    } catch (ProblemException e) {
      if (e.type() != ProblemType.CONFLICT) {
        throw e;
      }
      return page(409, institution, typed.beside(values(id)), false);
    }
  }

  private Institution required(UUID id) {
    Institution institution = institutions.get(id);
    rights.require(signedIn.actor(), Permission.UPDATE, Place.institution(id));
    return institution;
  }

  private static AwardSettings.Values read(Typed typed) {
    return new AwardSettings.Values(
        number(typed, "lapseDays"),
        optional(typed, "firstReminderDays"),
        optional(typed, "secondReminderDays"),
        number(typed, "reminderGapDays"),
        number(typed, "purgeDays"),
        number(typed, "undoMinutes"),
        optional(typed, "evidenceDays"));
  }

  private static int number(Typed typed, String field) {
    String text = typed.value(field).strip();
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : NO_NUMBER;
  }

  private static @Nullable Integer optional(Typed typed, String field) {
    return typed.value(field).isBlank() ? null : number(typed, field);
  }

  private Map<String, String> values(UUID id) {
    AwardSettings.Values now = book.of(id);
    Map<String, String> values = new TreeMap<>();
    values.put("version", Long.toString(book.version(id)));
    values.put("lapseDays", Integer.toString(now.lapseDays()));
    values.put("firstReminderDays", text(now.firstReminderDays()));
    values.put("secondReminderDays", text(now.secondReminderDays()));
    values.put("reminderGapDays", Integer.toString(now.reminderGapDays()));
    values.put("purgeDays", Integer.toString(now.purgeDays()));
    values.put("undoMinutes", Integer.toString(now.undoMinutes()));
    values.put("evidenceDays", text(now.evidenceDays()));
    return values;
  }

  private static String text(@Nullable Integer number) {
    return number == null ? "" : number.toString();
  }

  private Response page(int status, Institution institution, Typed typed, boolean saved) {
    Page page = new Page(signedIn.locale(), words, null, institution.accent());
    return Response.status(status)
        .header("Cache-Control", "no-store")
        .entity(
            views.render(
                "award/clocks.jte",
                page,
                Map.of("institution", institution, "typed", typed, "saved", saved)))
        .build();
  }
}
