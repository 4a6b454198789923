package org.badgebridge.badgeclass;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.StaffOnly;

/** The buttons by which staff publish, archive, restore and copy a badge class. */
@Path("/admin/badges/{id: [0-9a-f-]{36}}/{deed: publish|archive|restore|copy}")
@StaffOnly
public class BadgeStatePage {

  private final BadgeClasses badgeClasses;
  private final PublishBadgeClass publish;
  private final ArchiveBadgeClass archive;
  private final CopyBadgeClass copy;
  private final SignedIn signedIn;

  @Inject
  public BadgeStatePage(
      BadgeClasses badgeClasses,
      PublishBadgeClass publish,
      ArchiveBadgeClass archive,
      CopyBadgeClass copy,
      SignedIn signedIn) {
    this.badgeClasses = badgeClasses;
    this.publish = publish;
    this.archive = archive;
    this.copy = copy;
    this.signedIn = signedIn;
  }

  @POST
  public Response change(@PathParam("id") UUID id, @PathParam("deed") String deed) {
    UUID institution = badgeClasses.institutionOf(id);
    Actor actor = signedIn.actor();
    switch (deed) {
      case "publish" -> {
        try {
          publish.publish(id, institution, actor);
        } catch (InvalidFields incomplete) {
          return to(id + "?unready=true");
        }
      }
      case "archive" -> archive.archive(id, institution, actor);
      case "restore" -> archive.restore(id, institution, actor);
      default -> {
        return to(copy.copy(id, institution, actor, signedIn.locale()).id().toString());
      }
    }
    return to(id + "?saved=true");
  }

  private static Response to(String place) {
    return Response.seeOther(URI.create("/admin/badges/" + place)).build();
  }
}
