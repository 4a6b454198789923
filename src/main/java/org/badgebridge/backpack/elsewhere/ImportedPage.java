package org.badgebridge.backpack.elsewhere;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.verification.Telling;
import org.badgebridge.web.Page;
import org.badgebridge.web.PersonOnly;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;

/** One badge of another issuer, for its owner: to be kept, or kept. */
@Path(ElsewherePage.ADDRESS)
@PersonOnly
@Produces("text/html;charset=UTF-8")
public class ImportedPage {

  /** What was done just now, for the page that follows. */
  private static final Set<String> DONE = Set.of("kept", "known", "checked");

  private final ImportedBadges badges;
  private final SignedIn signedIn;
  private final Views views;
  private final Words words;

  @Inject
  public ImportedPage(ImportedBadges badges, SignedIn signedIn, Views views, Words words) {
    this.badges = badges;
    this.signedIn = signedIn;
    this.views = views;
    this.words = words;
  }

  @GET
  @Path("{id: [0-9a-f-]{36}}")
  public String one(@PathParam("id") UUID id, @QueryParam("done") @DefaultValue("") String done) {
    Page page = Page.open(signedIn.locale(), words);
    return views.render(
        "backpack/elsewhere/one.jte",
        page,
        Map.of(
            "badge",
            badges.one(signedIn.personId(), id),
            "telling",
            new Telling(page),
            "done",
            DONE.contains(done) ? done : ""));
  }

  /** Where somebody goes who brought it. */
  static URI after(ImportedBadge badge) {
    return badge.isKept() ? then(badge.id(), "known") : URI.create(badge.path());
  }

  static URI then(UUID id, String done) {
    return URI.create(ElsewherePage.ADDRESS + "/" + id + "?done=" + done);
  }
}
