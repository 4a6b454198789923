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
import org.badgebridge.drawing.artwork.Artwork;
import org.badgebridge.drawing.artwork.Artworks;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** The pictures of institutions, as everybody sees them on badges. */
@Path("/artwork/{id: [0-9a-f-]{36}}.png")
public class ArtworkImage {

  private final Artworks artworks;
  @Context private Request request;
  @Context private HttpServletResponse response;

  @Inject
  public ArtworkImage(Artworks artworks) {
    this.artworks = artworks;
  }

  @GET
  public Response png(@PathParam("id") UUID id) {
    Artwork artwork =
        artworks
            .find(id)
            .orElseThrow(
                () -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
    return Pictures.answer(
        request, response, id.toString(), "image/png", Pictures.DAY, artwork::png);
  }
}
