package org.badgebridge.backpack;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.Holder;
import org.badgebridge.credential.Rendition;
import org.badgebridge.credential.Renditions;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.PersonOnly;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** A badge's files for its owner, also while it is private. */
@Path("/backpack")
@PersonOnly
public class BackpackFiles {

  private final Backpack backpack;
  private final Renditions renditions;
  private final Holder holder;
  private final SignedIn signedIn;

  @Inject
  public BackpackFiles(Backpack backpack, Renditions renditions, Holder holder, SignedIn signedIn) {
    this.backpack = backpack;
    this.renditions = renditions;
    this.holder = holder;
    this.signedIn = signedIn;
  }

  /**
   * One of them.
   *
   * @param language of a certificate; that of the owner's pages if it is missing
   */
  @GET
  @Path("{award}/badge.{suffix}")
  public Response file(
      @PathParam("award") UUID award,
      @PathParam("suffix") String suffix,
      @QueryParam("lang") @Nullable String language) {
    Credential credential = backpack.one(signedIn.personId(), award).claimed();
    Rendition rendition =
        Rendition.of(suffix)
            .orElseThrow(
                () -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
    Renditions.File file =
        renditions.file(
            credential,
            rendition,
            Words.choose(language, signedIn.locale().toLanguageTag()),
            holder.name(credential));
    return Response.ok(file.bytes().get(), rendition.type())
        .header("Content-Disposition", file.attachment(credential))
        .build();
  }
}
