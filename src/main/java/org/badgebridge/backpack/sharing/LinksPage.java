package org.badgebridge.backpack.sharing;

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
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.badgebridge.credential.Credentials;
import org.badgebridge.web.Link;
import org.badgebridge.web.Page;
import org.badgebridge.web.PersonOnly;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** All links that an owner gave out, and what can be done with each. */
@Path("/backpack/links")
@PersonOnly
@Produces("text/html;charset=UTF-8")
public class LinksPage {

  private static final int SHOWN = 24;

  private final ShareViews shares;
  private final ChangeShare changing;
  private final Credentials credentials;
  private final Clock clock;
  private final SignedIn signedIn;
  private final Views views;
  private final Words words;

  @Inject
  public LinksPage(
      ShareViews shares,
      ChangeShare changing,
      Credentials credentials,
      Clock clock,
      SignedIn signedIn,
      Views views,
      Words words) {
    this.shares = shares;
    this.changing = changing;
    this.credentials = credentials;
    this.clock = clock;
    this.signedIn = signedIn;
    this.views = views;
    this.words = words;
  }

  @GET
  public String list(@QueryParam("after") @Nullable String after) {
    UUID key = Link.id(after);
    return views.render(
        "backpack/share/all.jte",
        Page.open(signedIn.locale(), words),
        Map.of(
            "slice",
            shares.ofPerson(signedIn.personId(), key, SHOWN),
            "now",
            clock.instant(),
            "first",
            key == null));
  }

  @POST
  @Path("{id}/end")
  public Response end(@PathParam("id") UUID id) {
    return then(changing.end(id, signedIn.personId(), signedIn.actor()));
  }

  @POST
  @Path("{id}/resume")
  public Response resume(@PathParam("id") UUID id) {
    return then(changing.resume(id, signedIn.personId(), signedIn.actor()));
  }

  @POST
  @Path("{id}/prolong")
  public Response prolong(@PathParam("id") UUID id, @FormParam("days") @Nullable String days) {
    return then(changing.prolong(id, signedIn.personId(), ShareWish.lasts(days), signedIn.actor()));
  }

  /** Back to the links of that badge or collection. */
  private Response then(ShareView view) {
    UUID badge = view.credentialId();
    String path =
        badge == null
            ? CollectionLinksPage.path(Objects.requireNonNull(view.collectionId()))
            : BadgeLinksPage.path(credentials.ofOwner(badge, signedIn.personId()).awardId());
    return Response.seeOther(URI.create(path)).build();
  }
}
