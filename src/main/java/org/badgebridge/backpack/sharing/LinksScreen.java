package org.badgebridge.backpack.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.web.Page;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** Shows an owner the links of a badge or a collection, and the form of a new one. */
@ApplicationScoped
public class LinksScreen {

  private final Clock clock;
  private final SignedIn signedIn;
  private final Views views;
  private final Words words;

  @Inject
  public LinksScreen(Clock clock, SignedIn signedIn, Views views, Words words) {
    this.clock = clock;
    this.signedIn = signedIn;
    this.views = views;
    this.words = words;
  }

  /**
   * What the links lead to.
   *
   * @param path of the owner's page of it
   */
  public record Target(String name, String path, boolean collection) {}

  /**
   * The form of a new one.
   *
   * @param made the address of the one that was made just now; null if none was
   */
  public record Form(ShareWish wish, List<FieldFault> faults, @Nullable String made) {}

  /**
   * The page.
   *
   * @param choice null if there is nothing to show yet
   */
  Response show(
      int status, Target target, @Nullable Choice choice, List<ShareView> links, Form form) {
    Map<String, Object> parts = new HashMap<>();
    parts.put("target", target);
    parts.put("choice", choice);
    parts.put("links", links);
    parts.put("form", form);
    parts.put("now", clock.instant());
    return Response.status(status)
        .entity(
            views.render("backpack/share/links.jte", Page.open(signedIn.locale(), words), parts))
        .build();
  }
}
