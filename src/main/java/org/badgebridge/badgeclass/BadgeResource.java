package org.badgebridge.badgeclass;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.badgebridge.institution.Issuers;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.jspecify.annotations.Nullable;

/** The public page of a badge class: for people, and as Open Badges 3.0 for programs. */
@Path("/badges")
public class BadgeResource {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final PublicBadges badges;
  private final Issuers issuers;
  private final PublicPage pages;
  private final AchievementDocument document;
  private final Views views;

  @Inject
  public BadgeResource(
      PublicBadges badges,
      Issuers issuers,
      PublicPage pages,
      AchievementDocument document,
      Views views) {
    this.badges = badges;
    this.issuers = issuers;
    this.pages = pages;
    this.document = document;
    this.views = views;
  }

  @GET
  @Path("{id: [0-9a-f-]{36}}")
  @Produces("text/html;charset=UTF-8;qs=1")
  public Response page(
      @PathParam("id") UUID id, @HeaderParam("Accept-Language") @Nullable String languages) {
    BadgeClass badgeClass = badges.get(id);
    return page(badgeClass, badgeClass.version(), languages);
  }

  @GET
  @Path("{id: [0-9a-f-]{36}}/versions/{number: [0-9]{1,6}}")
  @Produces("text/html;charset=UTF-8;qs=1")
  public Response versionPage(
      @PathParam("id") UUID id,
      @PathParam("number") int number,
      @HeaderParam("Accept-Language") @Nullable String languages) {
    return page(badges.get(id), badges.version(id, number), languages);
  }

  private Response page(BadgeClass badgeClass, BadgeVersion version, @Nullable String languages) {
    Page page = pages.page(badgeClass, languages);
    return Response.ok(
            views.render("badgeclass/page.jte", page, pages.facts(badgeClass, version, page)))
        .header("Vary", "Accept, Accept-Language")
        .build();
  }

  @GET
  @Path("{id: [0-9a-f-]{36}}")
  @Produces({"application/ld+json;qs=0.9", "application/json;qs=0.9"})
  public Response achievement(@PathParam("id") UUID id) {
    return json(badges.get(id).version());
  }

  @GET
  @Path("{id: [0-9a-f-]{36}}.json")
  @Produces("application/json")
  public Response achievementFile(@PathParam("id") UUID id) {
    return json(badges.get(id).version());
  }

  @GET
  @Path("{id: [0-9a-f-]{36}}/versions/{number: [0-9]{1,6}}")
  @Produces({"application/ld+json;qs=0.9", "application/json;qs=0.9"})
  public Response version(@PathParam("id") UUID id, @PathParam("number") int number) {
    return json(badges.version(id, number));
  }

  @GET
  @Path("{id: [0-9a-f-]{36}}/versions/{number: [0-9]{1,6}}.json")
  @Produces("application/json")
  public Response versionFile(@PathParam("id") UUID id, @PathParam("number") int number) {
    return json(badges.version(id, number));
  }

  private Response json(BadgeVersion version) {
    try {
      return Response.ok(
              JSON.writeValueAsString(
                  document.standalone(version, issuers.get(version.issuerId()))))
          .header("Vary", "Accept")
          .header("Access-Control-Allow-Origin", "*")
          .build();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps of strings are always JSON", e);
    }
  }
}
