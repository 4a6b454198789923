package org.badgebridge.drawing;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** The pictures of institutions, issuer groups and issuers, for everybody. */
@Path("/profiles/{id: [0-9a-f-]{36}}/image.png")
public class ProfileImageResource {

  private final ProfileImages images;
  @Context private Request request;
  @Context private HttpServletResponse response;

  @Inject
  public ProfileImageResource(ProfileImages images) {
    this.images = images;
  }

  @GET
  public Response png(@PathParam("id") UUID id) {
    ProfileImages.Image image =
        images
            .find(id)
            .orElseThrow(
                () -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
    return Pictures.answer(request, response, image.digest(), "image/png", "no-cache", image::png);
  }
}
