package org.badgebridge.advisor;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.credential.IssuedBadge;
import org.badgebridge.web.Link;
import org.badgebridge.web.Page;
import org.badgebridge.web.PersonOnly;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** What one advisor sees, what they opened, and what its owner can do about it. */
@Path(AdvisorsPage.ADDRESS + "/{id: [0-9a-f-]{36}}")
@PersonOnly
@Produces("text/html;charset=UTF-8")
public class AdvisorPage {

  private static final int SHOWN = 50;

  private final Grants grants;
  private final ChangeGrant changing;
  private final LookLog log;
  private final SeenBackpacks backpacks;
  private final Clock clock;
  private final SignedIn signedIn;
  private final Views views;
  private final Words words;

  @Inject
  public AdvisorPage(
      Grants grants,
      ChangeGrant changing,
      LookLog log,
      SeenBackpacks backpacks,
      Clock clock,
      SignedIn signedIn,
      Views views,
      Words words) {
    this.grants = grants;
    this.changing = changing;
    this.log = log;
    this.backpacks = backpacks;
    this.clock = clock;
    this.signedIn = signedIn;
    this.views = views;
    this.words = words;
  }

  /**
   * The page.
   *
   * @param after the key of a page of the log; null for the first
   */
  @GET
  public String show(@PathParam("id") UUID id, @QueryParam("after") @Nullable String after) {
    Grant grant = grants.own(id, signedIn.personId());
    UUID key = Link.id(after);
    return views.render(
        "advisor/one.jte",
        Page.open(signedIn.locale(), words),
        Map.of(
            "grant",
            grant,
            "chosen",
            chosen(grant),
            "log",
            log.of(id, key, SHOWN),
            "first",
            key == null,
            "now",
            clock.instant()));
  }

  @POST
  @Path("end")
  public Response end(@PathParam("id") UUID id) {
    changing.end(id, signedIn.personId(), signedIn.actor());
    return then(id);
  }

  @POST
  @Path("prolong")
  public Response prolong(@PathParam("id") UUID id, @FormParam("days") @Nullable String days) {
    changing.prolong(id, signedIn.personId(), GrantWish.lasts(days), signedIn.actor());
    return then(id);
  }

  /** The names of the badges that were chosen and are still there. */
  private List<String> chosen(Grant grant) {
    Set<UUID> ids = grants.chosen(grant.id());
    return backpacks.kept(grant.personId()).stream()
        .filter(each -> ids.contains(each.id()))
        .map(each -> IssuedBadge.read(each).name())
        .toList();
  }

  private static Response then(UUID id) {
    return Response.seeOther(URI.create(AdvisorsPage.ADDRESS + "/" + id)).build();
  }
}
