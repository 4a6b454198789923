package org.badgebridge.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;

/**
 * The Content-Security-Policy of our pages: everything comes from us, nothing inline, and only a
 * registered platform may frame a page or be posted to.
 */
public final class ContentSecurity {

  private ContentSecurity() {}

  /** The header's name. */
  public static final String HEADER = "Content-Security-Policy";

  /** The policy of a page that nobody may frame. */
  public static String unframed() {
    return policy(List.of(), List.of());
  }

  /**
   * A policy.
   *
   * @param framedBy origins that may frame the page, e.g. {@code https://lms.example.org}; empty
   *     means none
   * @param postsTo origins besides ours that a form of the page may post to
   */
  public static String policy(Collection<String> framedBy, Collection<String> postsTo) {
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
        + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'"
        + (postsTo.isEmpty() ? "" : " " + String.join(" ", postsTo))
        + "; frame-ancestors "
        + (framedBy.isEmpty() ? "'none'" : String.join(" ", framedBy));
  }

  /** Replaces the policy of this response. */
  public static void apply(HttpServletResponse response, String policy) {
    response.setHeader(HEADER, policy);
  }
}
