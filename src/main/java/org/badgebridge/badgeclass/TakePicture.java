package org.badgebridge.badgeclass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.drawing.KeepArtwork;
import org.badgebridge.drawing.artwork.Artwork;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;

/**
 * Takes the own picture of a badge class while its form is being filled in, and answers with the
 * part of the form that names it. Reads no more than the largest upload there may be.
 */
@ApplicationScoped
public class TakePicture {

  private final KeepArtwork keep;
  private final Views views;

  @Inject
  public TakePicture(KeepArtwork keep, Views views) {
    this.keep = keep;
    this.views = views;
  }

  /**
   * Takes it.
   *
   * @param file the picture itself: PNG, JPEG or SVG
   * @param actor somebody who may make badge classes of the institution
   * @throws IOException if the body breaks off
   */
  public Response take(InputStream file, UUID institutionId, Actor actor, Page page)
      throws IOException {
    byte[] upload = file.readNBytes(Artwork.LARGEST_UPLOAD + 1);
    try {
      UUID id = keep.keep(institutionId, Artwork.redrawn(upload), actor);
      return Response.ok(part(page, id.toString(), List.of())).build();
    } catch (InvalidFields invalid) {
      return Response.status(invalid.type().status())
          .entity(part(page, "", invalid.faults()))
          .build();
    }
  }

  private String part(Page page, String artwork, List<FieldFault> faults) {
    return views.render(
        "badgeclass/picture.jte", page, Map.of("artwork", artwork, "faults", faults));
  }
}
