package org.badgebridge.badgeclass;

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
import java.util.UUID;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Rights;
import org.badgebridge.web.Page;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;
import org.badgebridge.web.Words;

/** The own picture of a badge class, for staff who may change badge classes of the institution. */
@Path("/admin/badges/picture/{institution: [0-9a-f-]{36}}")
@StaffOnly
public class PictureUpload {

  private final TakePicture take;
  private final Rights rights;
  private final SignedIn signedIn;
  private final Words words;

  @Inject
  public PictureUpload(TakePicture take, Rights rights, SignedIn signedIn, Words words) {
    this.take = take;
    this.rights = rights;
    this.signedIn = signedIn;
    this.words = words;
  }

  @POST
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Produces("text/html;charset=UTF-8")
  public Response take(@PathParam("institution") UUID institution, InputStream file)
      throws IOException {
    rights.requireSomewhere(signedIn.actor(), Permission.UPDATE, institution);
    return take.take(file, institution, signedIn.actor(), Page.open(signedIn.locale(), words));
  }
}
