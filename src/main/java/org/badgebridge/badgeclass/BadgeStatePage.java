package org.badgebridge.badgeclass;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.badgebridge.web.AdministratorOnly;
import org.badgebridge.web.SignedIn;

/** The buttons by which an administrator publishes and archives a badge class. */
@Path("/admin/badges/{id: [0-9a-f-]{36}}/{deed: publish|archive}")
@AdministratorOnly
public class BadgeStatePage {

  private final BadgeClasses badgeClasses;
  private final PublishBadgeClass publish;
  private final ArchiveBadgeClass archive;
  private final SignedIn signedIn;

  @Inject
  public BadgeStatePage(
      BadgeClasses badgeClasses,
      PublishBadgeClass publish,
      ArchiveBadgeClass archive,
      SignedIn signedIn) {
    this.badgeClasses = badgeClasses;
    this.publish = publish;
    this.archive = archive;
    this.signedIn = signedIn;
  }

  @POST
  public Response change(@PathParam("id") UUID id, @PathParam("deed") String deed) {
    UUID institution = badgeClasses.institutionOf(id);
    if ("publish".equals(deed)) {
      publish.publish(id, institution, signedIn.actor());
    } else {
      archive.archive(id, institution, signedIn.actor());
    }
    return Response.seeOther(URI.create("/admin/badges/" + id + "?saved=true")).build();
  }
}
