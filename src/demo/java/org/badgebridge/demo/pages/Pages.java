package org.badgebridge.demo.pages;

import org.badgebridge.demo.Failures;
import org.badgebridge.demo.Site;
import org.badgebridge.demo.http.Refusal;
import org.badgebridge.demo.http.Reply;
import org.badgebridge.demo.http.Routes;
import org.badgebridge.demo.oidc.DynamicRegistration;

/** All pages of the campus. */
public final class Pages {
  public Pages(Site site, Failures failures, DynamicRegistration registration) {}

  public void addTo(Routes routes) {}

  public static Reply refused(Refusal refusal) {
    return Reply.text(refusal.status(), refusal.reason());
  }
}
