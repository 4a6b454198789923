package org.badgebridge.backpack.elsewhere;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.badgebridge.web.PersonOnly;
import org.badgebridge.web.SignedIn;

/** The files of a badge of another issuer, for its owner: what was brought, and our picture. */
@Path(ElsewherePage.ADDRESS)
@PersonOnly
public class ImportedFiles {

  private final ImportedBadges badges;
  private final SignedIn signedIn;

  @Inject
  public ImportedFiles(ImportedBadges badges, SignedIn signedIn) {
    this.badges = badges;
    this.signedIn = signedIn;
  }

  /** Byte for byte as it was brought: to be saved, and never to run anything here. */
  @GET
  @Path("{id: [0-9a-f-]{36}}/original")
  public Response original(@PathParam("id") UUID id) {
    ImportedBadge badge = badges.one(signedIn.personId(), id);
    String name = "badge-" + id + "." + badge.kind().suffix();
    return Response.ok(badges.original(signedIn.personId(), id), badge.kind().type())
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
        .build();
  }

  @GET
  @Path("{id: [0-9a-f-]{36}}/picture.png")
  public Response picture(@PathParam("id") UUID id) {
    return Response.ok(badges.picture(signedIn.personId(), id), "image/png").build();
  }
}
