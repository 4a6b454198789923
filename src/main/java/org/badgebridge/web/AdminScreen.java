package org.badgebridge.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Renders the pages of administration in their reader's language; no cache may keep them. */
@ApplicationScoped
public class AdminScreen {

  private final Views views;
  private final Words words;
  private final SignedIn signedIn;

  @Inject
  public AdminScreen(Views views, Words words, SignedIn signedIn) {
    this.views = views;
    this.words = words;
    this.signedIn = signedIn;
  }

  /**
   * A page.
   *
   * @param view the template, e.g. {@code staff/terms.jte}
   * @param accent the colour of the institution that it is about; null for none
   */
  public Response show(int status, String view, @Nullable String accent, Map<String, ?> parts) {
    Page page = new Page(signedIn.locale(), words, null, accent == null ? Page.ACCENT : accent);
    return Response.status(status)
        .header("Cache-Control", "no-store")
        .entity(views.render(view, page, parts))
        .build();
  }
}
