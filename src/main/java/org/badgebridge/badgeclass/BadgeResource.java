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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.drawing.Look;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Institutions;
import org.badgebridge.institution.Issuer;
import org.badgebridge.institution.Issuers;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** The public page of a badge class: for people, and as Open Badges 3.0 for programs. */
@Path("/badges")
public class BadgeResource {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final PublicBadges badges;
  private final Issuers issuers;
  private final Institutions institutions;
  private final BadgeLooks looks;
  private final AchievementDocument document;
  private final Views views;
  private final Words words;

  @Inject
  public BadgeResource(
      PublicBadges badges,
      Issuers issuers,
      Institutions institutions,
      BadgeLooks looks,
      AchievementDocument document,
      Views views,
      Words words) {
    this.badges = badges;
    this.issuers = issuers;
    this.institutions = institutions;
    this.looks = looks;
    this.document = document;
    this.views = views;
    this.words = words;
  }

  @GET
  @Path("{id: [0-9a-f-]{36}}")
  @Produces("text/html;charset=UTF-8;qs=1")
  public Response page(
      @PathParam("id") UUID id, @HeaderParam("Accept-Language") @Nullable String languages) {
    BadgeClass badgeClass = badges.get(id);
    Issuer issuer = issuers.get(badgeClass.issuerId());
    String accent =
        institutions.find(issuer.institutionId()).map(Institution::accent).orElse(Page.ACCENT);
    Look look = looks.of(badgeClass, issuer.institutionId());
    Page page = new Page(Words.choose(languages), words, null, accent);
    return Response.ok(
            views.render(
                "badgeclass/page.jte",
                page,
                Map.of("badgeClass", badgeClass, "issuer", issuer, "look", look)))
        .header("Vary", "Accept, Accept-Language")
        .build();
  }

  @GET
  @Path("{id: [0-9a-f-]{36}}")
  @Produces({"application/ld+json;qs=0.9", "application/json;qs=0.9"})
  public Response achievement(@PathParam("id") UUID id) {
    return json(id);
  }

  @GET
  @Path("{id: [0-9a-f-]{36}}.json")
  @Produces("application/json")
  public Response achievementFile(@PathParam("id") UUID id) {
    return json(id);
  }

  private Response json(UUID id) {
    BadgeClass badgeClass = badges.get(id);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("@context", AchievementDocument.CONTEXT);
    body.putAll(document.of(badgeClass, issuers.get(badgeClass.issuerId())));
    try {
      return Response.ok(JSON.writeValueAsString(body))
          .header("Vary", "Accept")
          .header("Access-Control-Allow-Origin", "*")
          .build();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps of strings are always JSON", e);
    }
  }
}
