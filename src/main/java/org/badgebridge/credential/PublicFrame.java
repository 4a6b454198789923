package org.badgebridge.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Institutions;
import org.badgebridge.institution.Issuer;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** Renders what everybody can see in the colour of the issuer's institution. */
@ApplicationScoped
public class PublicFrame {

  private final Institutions institutions;
  private final Views views;
  private final Words words;

  @Inject
  public PublicFrame(Institutions institutions, Views views, Words words) {
    this.institutions = institutions;
    this.views = views;
    this.words = words;
  }

  /** The HTML of one template. */
  public String render(
      String template, Issuer issuer, @Nullable String languages, Map<String, ?> parameters) {
    String accent =
        institutions.find(issuer.institutionId()).map(Institution::accent).orElse(Page.ACCENT);
    Page page = new Page(Words.choose(languages), words, null, accent);
    return views.render(template, page, parameters);
  }
}
