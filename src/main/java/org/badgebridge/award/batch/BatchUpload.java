package org.badgebridge.award.batch;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.award.batch.file.TableFile;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.keys.Digests;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.web.PlainText;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.jspecify.annotations.Nullable;

/**
 * Takes a table and answers where it can be looked at, or with the sentence that says why it was
 * not taken. The body is the file itself, sent by the page's script: reading stops behind the
 * largest file there may be.
 */
@Path("/admin/awards/{badge: [0-9a-f-]{36}}/file")
@StaffOnly
public class BatchUpload {

  private final KeepBatch keep;
  private final SignedIn signedIn;
  private final BatchScreen screen;

  @Inject
  public BatchUpload(KeepBatch keep, SignedIn signedIn, BatchScreen screen) {
    this.keep = keep;
    this.signedIn = signedIn;
    this.screen = screen;
  }

  @POST
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Produces("text/html;charset=UTF-8")
  public Response take(
      @PathParam("badge") UUID badge,
      @HeaderParam("X-File-Name") @Nullable String fileName,
      InputStream file)
      throws IOException {
    BadgeClass badgeClass = screen.badgeClass(badge);
    byte[] bytes = file.readNBytes(TableFile.LARGEST + 1);
    try {
      UUID id =
          keep.keep(
              badge,
              name(fileName),
              HexFormat.of().formatHex(Digests.sha256(bytes)),
              TableFile.read(bytes),
              signedIn.locale(),
              signedIn.actor());
      return Response.created(URI.create(BatchPage.ADDRESS + id)).build();
    } catch (InvalidFields invalid) {
      return screen.show(
          invalid.type().status(),
          "refused.jte",
          badgeClass,
          Map.of("fault", invalid.faults().get(0)));
    }
  }

  /** The name is sent in the way of an address, because headers carry only ASCII. */
  private static String name(@Nullable String sent) {
    try {
      return PlainText.line(URLDecoder.decode(sent == null ? "" : sent, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
