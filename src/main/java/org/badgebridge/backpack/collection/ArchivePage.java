package org.badgebridge.backpack.collection;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.backpack.Backpack;
import org.badgebridge.web.Link;
import org.badgebridge.web.Page;
import org.badgebridge.web.PersonOnly;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** The badges that their owner put out of sight. */
@Path("/backpack/archive")
@PersonOnly
@Produces("text/html;charset=UTF-8")
public class ArchivePage {

  private final Backpack backpack;
  private final SignedIn signedIn;
  private final Views views;
  private final Words words;

  @Inject
  public ArchivePage(Backpack backpack, SignedIn signedIn, Views views, Words words) {
    this.backpack = backpack;
    this.signedIn = signedIn;
    this.views = views;
    this.words = words;
  }

  @GET
  public String list(@QueryParam("after") @Nullable String after) {
    UUID key = Link.id(after);
    return views.render(
        "backpack/collection/archive.jte",
        Page.open(signedIn.locale(), words),
        Map.of("archive", backpack.archive(signedIn.personId(), key), "first", key == null));
  }
}
