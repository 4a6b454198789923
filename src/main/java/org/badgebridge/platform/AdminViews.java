package org.badgebridge.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.badgebridge.web.Page;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;

/** Renders the pages of this room for the administrator who is signed in. */
@ApplicationScoped
class AdminViews {

  private final Views views;
  private final Words words;
  private final SignedIn signedIn;

  @Inject
  AdminViews(Views views, Words words, SignedIn signedIn) {
    this.views = views;
    this.words = words;
    this.signedIn = signedIn;
  }

  Response show(int status, String template, Map<String, ?> parameters) {
    return Response.status(status)
        .header("Cache-Control", "no-store")
        .entity(views.render("platform/" + template, page(), parameters))
        .build();
  }

  Page page() {
    return Page.open(signedIn.locale(), words);
  }
}
