package org.badgebridge.drawing;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.drawing.artwork.Artwork;
import org.badgebridge.institution.Institution;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.jspecify.annotations.Nullable;

/**
 * Takes a picture while a form is being filled in and answers with the part of the form that names
 * it.
 *
 * <p>The body is the file itself, sent by the page's script. Payara Micro would also take a
 * multipart form ({@code EntityPart}), but reads all of it into a temporary file before we could
 * count; here reading stops behind the largest upload there may be.
 */
@Path("/admin/types-and-themes/artwork/{institution: [0-9a-f-]{36}}")
@StaffOnly
public class ArtworkUpload {

  private final KeepArtwork keep;
  private final SignedIn signedIn;
  private final GrammarScreen screen;

  @Inject
  public ArtworkUpload(KeepArtwork keep, SignedIn signedIn, GrammarScreen screen) {
    this.keep = keep;
    this.signedIn = signedIn;
    this.screen = screen;
  }

  @POST
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Produces("text/html;charset=UTF-8")
  public Response take(@PathParam("institution") UUID institution, InputStream file)
      throws IOException {
    Institution at = screen.institution(institution);
    byte[] upload = file.readNBytes(Artwork.LARGEST_UPLOAD + 1);
    try {
      UUID id = keep.keep(institution, Artwork.redrawn(upload), signedIn.actor());
      return Response.ok(part(at, id, List.of())).build();
    } catch (InvalidFields invalid) {
      return Response.status(invalid.type().status())
          .entity(part(at, null, invalid.faults()))
          .build();
    }
  }

  private String part(Institution at, @Nullable UUID artwork, List<FieldFault> faults) {
    Map<String, Object> parts = new HashMap<>();
    parts.put("artwork", artwork);
    parts.put("faults", faults);
    return screen.show("drawing/artwork.jte", at, parts);
  }
}
