package org.badgebridge.insight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import org.badgebridge.institution.Institution;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** Renders the pages of this room in the institution's colour. */
@ApplicationScoped
public class Screens {

  private final Views views;
  private final Words words;

  @Inject
  public Screens(Views views, Words words) {
    this.views = views;
    this.words = words;
  }

  /** One page of administration, with what its template asks for. */
  public String show(
      String template, Locale locale, @Nullable Institution institution, Map<String, ?> parts) {
    String accent = institution == null ? Page.ACCENT : institution.accent();
    return views.render(template, new Page(locale, words, null, accent), parts);
  }
}
