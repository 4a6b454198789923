package org.badgebridge.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;

/** Renders the pages of this room. */
@ApplicationScoped
public class Screen {

  private final Views views;
  private final Words words;

  @Inject
  public Screen(Views views, Words words) {
    this.views = views;
    this.words = words;
  }

  String show(String template, Locale locale, Map<String, ?> parts) {
    return views.render(template, Page.open(locale, words), parts);
  }

  /** A page outside the sign-in, which no cache may keep. */
  Response answer(int status, String template, Locale locale, Map<String, ?> parts) {
    return Response.status(status)
        .header("Cache-Control", "no-store")
        .entity(show(template, locale, parts))
        .build();
  }
}
