package org.badgebridge.credential.hosted;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.drawing.Pictures;
import org.badgebridge.institution.Issuers;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** Published badge classes and issuers as Open Badges 2.0. */
@Path("/ob2")
public class HostedBadgeClassResource {

  private final BadgeClasses badgeClasses;
  private final Issuers issuers;
  private final HostedBadgeClasses documents;
  @Context private Request request;
  @Context private HttpServletResponse response;

  @Inject
  public HostedBadgeClassResource(
      BadgeClasses badgeClasses, Issuers issuers, HostedBadgeClasses documents) {
    this.badgeClasses = badgeClasses;
    this.issuers = issuers;
    this.documents = documents;
  }

  @GET
  @Path("badges/{id: [0-9a-f-]{36}}")
  public Response badgeClass(@PathParam("id") UUID id) {
    return json(documents.newest(published(id).version()));
  }

  @GET
  @Path("badges/{id: [0-9a-f-]{36}}/versions/{number: [0-9]{1,6}}")
  public Response version(@PathParam("id") UUID id, @PathParam("number") int number) {
    return json(documents.version(badgeClasses.version(published(id), number)));
  }

  @GET
  @Path("issuers/{id: [0-9a-f-]{36}}")
  public Response issuer(@PathParam("id") UUID id) {
    return json(documents.issuer(issuers.get(id)));
  }

  private BadgeClass published(UUID id) {
    return badgeClasses
        .find(id)
        .filter(BadgeClass::isPublic)
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
  }

  private Response json(JsonObject document) {
    String text = document.toString();
    return Pictures.answer(
        request, response, text, HostedAssertionResource.JSON, "no-cache", () -> text);
  }
}
