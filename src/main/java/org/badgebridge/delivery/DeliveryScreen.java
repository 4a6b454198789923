package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.badgebridge.web.Page;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** Renders the pages of this room for whoever is signed in. */
@ApplicationScoped
public class DeliveryScreen {

  private final Views views;
  private final Words words;
  private final SignedIn signedIn;

  @Inject
  public DeliveryScreen(Views views, Words words, SignedIn signedIn) {
    this.views = views;
    this.words = words;
    this.signedIn = signedIn;
  }

  Response show(int status, String template, @Nullable String accent, Map<String, ?> parts) {
    Page page = new Page(signedIn.locale(), words, null, accent == null ? Page.ACCENT : accent);
    return Response.status(status)
        .header("Cache-Control", "no-store")
        .entity(views.render("delivery/" + template, page, parts))
        .build();
  }
}
