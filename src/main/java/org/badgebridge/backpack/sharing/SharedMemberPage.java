package org.badgebridge.backpack.sharing;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.backpack.collection.BadgeCollection;
import org.badgebridge.backpack.collection.CollectionSheets;
import org.badgebridge.credential.disclosure.SeenBadge;
import org.jspecify.annotations.Nullable;

/**
 * One badge of a collection to which a link leads, with what was chosen for the link. It is there
 * as long as the link leads somewhere and the badge is in the collection and holds.
 */
@Path(SharedPage.ADDRESS + "/" + SharedPage.TOKEN + "/badges/{badge: [0-9a-f-]{36}}")
public class SharedMemberPage {

  private final OpenShare opening;
  private final CollectionSheets sheets;
  private final SharedAnswers answers;

  @Inject
  public SharedMemberPage(OpenShare opening, CollectionSheets sheets, SharedAnswers answers) {
    this.opening = opening;
    this.sheets = sheets;
    this.answers = answers;
  }

  private record Member(BadgeCollection collection, SeenBadge badge) {}

  /** The page. Whoever comes here saw the collection, which was counted. */
  @GET
  public Response show(
      @PathParam("token") String token,
      @PathParam("badge") UUID badge,
      @HeaderParam("Accept-Language") @Nullable String languages) {
    String here = SharedPage.ADDRESS + "/" + token + "/badges/" + badge;
    return member(token, badge)
        .map(found -> answers.badge(found.badge(), here, found.collection(), languages))
        .orElseGet(() -> answers.over(languages));
  }

  /** A signed file of it. */
  @GET
  @Path("badge.{suffix}")
  public Response file(
      @PathParam("token") String token,
      @PathParam("badge") UUID badge,
      @PathParam("suffix") String suffix) {
    return answers.file(required(token, badge), suffix);
  }

  /** A document that the owner shows with it. */
  @GET
  @Path("supplements/{id: [0-9a-f-]{36}}")
  public Response supplement(
      @PathParam("token") String token, @PathParam("badge") UUID badge, @PathParam("id") UUID id) {
    return answers.supplement(required(token, badge), id);
  }

  private SeenBadge required(String token, UUID badge) {
    return member(token, badge).map(Member::badge).orElseThrow(ShareViews::missing);
  }

  private Optional<Member> member(String token, UUID badge) {
    return opening
        .open(token, null, false)
        .flatMap(
            open ->
                open instanceof OpenShare.Opened.Collection many
                    ? sheets
                        .shown(many.collection(), badge, many.shown())
                        .map(seen -> new Member(many.collection(), seen))
                    : Optional.empty());
  }
}
