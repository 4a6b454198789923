package org.badgebridge.passback.builtin;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.institution.Institution;
import org.badgebridge.passback.connector.ConnectorPlatforms;
import org.badgebridge.passback.connector.ConnectorPlatforms.Served;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Place;
import org.badgebridge.staff.Rights;
import org.badgebridge.staff.Tenants;
import org.badgebridge.web.AdminScreen;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.jspecify.annotations.Nullable;

/** A source that the LMS has by itself: what must be allowed there, and whether it works. */
@Path("/admin/sources/lms/{platform: [0-9a-f-]{36}}/{source: [a-z]+}")
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class BuiltInPage {

  private final Standings standings;
  private final PlatformCourses courses;
  private final ConnectorPlatforms platforms;
  private final TestBuiltIn test;
  private final Tenants tenants;
  private final Rights rights;
  private final SignedIn signedIn;
  private final AdminScreen pages;

  @Inject
  BuiltInPage(
      Standings standings,
      PlatformCourses courses,
      ConnectorPlatforms platforms,
      TestBuiltIn test,
      Tenants tenants,
      Rights rights,
      SignedIn signedIn,
      AdminScreen pages) {
    this.standings = standings;
    this.courses = courses;
    this.platforms = platforms;
    this.test = test;
    this.tenants = tenants;
    this.rights = rights;
    this.signedIn = signedIn;
    this.pages = pages;
  }

  /** Where it is asked for. */
  private record Here(Institution institution, Served platform, BuiltIn source) {}

  @GET
  public Response show(
      @PathParam("platform") UUID platform,
      @PathParam("source") String source,
      @QueryParam("institution") @Nullable String institution,
      @QueryParam("words") @DefaultValue("") String words,
      @QueryParam("after") @Nullable String after) {
    Here here = here(institution, platform, source);
    return show(here, words, after == null || after.isBlank() ? null : id(after), null);
  }

  /** Tries it with one course. */
  @POST
  @Path("test")
  public Response test(
      @PathParam("platform") UUID platform,
      @PathParam("source") String source,
      @FormParam("institution") @Nullable String institution,
      @FormParam("course") @DefaultValue("") String course,
      @FormParam("words") @DefaultValue("") String words) {
    Here here = here(institution, platform, source);
    Tested tested =
        test.test(here.source, here.platform, here.institution.id(), id(course), signedIn.actor());
    return show(here, words, null, tested);
  }

  private Response show(Here here, String words, @Nullable UUID after, @Nullable Tested tested) {
    UUID platform = here.platform.id();
    UUID institution = here.institution.id();
    Map<String, Object> parts = new HashMap<>();
    parts.put("institution", here.institution);
    parts.put("platform", here.platform);
    parts.put("source", here.source);
    parts.put("standing", standings.of(here.source, platform, institution));
    parts.put("days", Standings.LATELY.toDays());
    parts.put("slice", courses.page(platform, institution, words, after));
    parts.put("words", words);
    parts.put("tested", tested);
    return pages.show(200, "passback/builtin/source.jte", here.institution.accent(), parts);
  }

  private Here here(@Nullable String asked, UUID platform, String source) {
    Institution chosen = tenants.choose(asked, signedIn.actor()).chosen();
    if (chosen == null) {
      throw missing();
    }
    rights.require(signedIn.actor(), Permission.ADMINISTRATE, Place.institution(chosen.id()));
    Served served =
        platforms.of(chosen.id()).stream()
            .filter(each -> each.id().equals(platform))
            .findFirst()
            .orElseThrow(BuiltInPage::missing);
    return new Here(chosen, served, BuiltIn.of(source));
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw missing();
    }
  }

  private static ProblemException missing() {
    return new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
  }
}
