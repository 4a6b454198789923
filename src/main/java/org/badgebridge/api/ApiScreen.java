package org.badgebridge.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.badgebridge.institution.Institution;
import org.badgebridge.web.Page;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;

/** Renders the pages of this room for whoever is signed in. */
@ApplicationScoped
class ApiScreen {

  private final Views views;
  private final Words words;
  private final SignedIn signedIn;

  @Inject
  ApiScreen(Views views, Words words, SignedIn signedIn) {
    this.views = views;
    this.words = words;
    this.signedIn = signedIn;
  }

  Response show(int status, String template, Institution at, Map<String, ?> parts) {
    Page page = new Page(signedIn.locale(), words, null, at.accent());
    return Response.status(status)
        .header("Cache-Control", "no-store")
        .entity(views.render("api/" + template, page, parts))
        .build();
  }
}
