package org.badgebridge.award.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.badgebridge.institution.Institution;
import org.badgebridge.web.Page;
import org.badgebridge.web.SignedIn;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** Renders the pages of administration about requests, in the institution's colour. */
@ApplicationScoped
public class RequestScreen {

  private final SignedIn signedIn;
  private final Views views;
  private final Words words;

  @Inject
  public RequestScreen(SignedIn signedIn, Views views, Words words) {
    this.signedIn = signedIn;
    this.views = views;
    this.words = words;
  }

  Response show(
      int status, String template, @Nullable Institution institution, Map<String, ?> parts) {
    String accent = institution == null ? Page.ACCENT : institution.accent();
    return Response.status(status)
        .header("Cache-Control", "no-store")
        .entity(
            views.render(
                "award/" + template, new Page(signedIn.locale(), words, null, accent), parts))
        .build();
  }
}
