package org.badgebridge.credential.supplement;

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
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.web.Page;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * Takes a document and answers where it can be looked at, or with the sentence that says why it was
 * not taken. The body is the file itself, sent by the page's script: reading stops behind the
 * largest file there may be.
 */
@Path(SupplementsPage.ADDRESS)
@StaffOnly
@Produces("text/html;charset=UTF-8")
public class SupplementUpload {

  private final JoinSupplement joining;
  private final SignedIn signedIn;
  private final Views views;
  private final Words words;

  @Inject
  public SupplementUpload(JoinSupplement joining, SignedIn signedIn, Views views, Words words) {
    this.joining = joining;
    this.signedIn = signedIn;
    this.views = views;
    this.words = words;
  }

  @POST
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  public Response join(
      @PathParam("award") UUID award,
      @HeaderParam("X-File-Name") @Nullable String name,
      InputStream file)
      throws IOException {
    return take(award, name, file, upload -> joining.join(award, upload, signedIn.actor()));
  }

  @POST
  @Path("{id}/file")
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  public Response replace(
      @PathParam("award") UUID award,
      @PathParam("id") UUID id,
      @HeaderParam("X-File-Name") @Nullable String name,
      InputStream file)
      throws IOException {
    return take(award, name, file, upload -> joining.replace(award, id, upload, signedIn.actor()));
  }

  private Response take(
      UUID award, @Nullable String name, InputStream file, Consumer<Upload> taking)
      throws IOException {
    joining.require(award, signedIn.actor());
    try {
      taking.accept(Upload.of(name, file.readNBytes(Upload.LARGEST + 1)));
      return Response.created(SupplementsPage.address(award)).build();
    } catch (InvalidFields invalid) {
      return Response.status(invalid.type().status())
          .entity(
              views.render(
                  "credential/supplement/refused.jte",
                  Page.open(signedIn.locale(), words),
                  Map.of("fault", invalid.faults().get(0))))
          .build();
    }
  }
}
