package org.badgebridge.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * Lets the {@link CourseLanguage} go before what the browser asks for, on the pages of a backpack
 * and at its doors. Everybody's pages are cached by what the browser asks for, and stay so.
 */
@Provider
@PreMatching
public class CourseLanguageFilter implements ContainerRequestFilter {

  private static final Set<String> OWN = Set.of("backpack", "wallet", "pathways", "authorize");

  @Override
  public void filter(ContainerRequestContext request) {
    boolean own = OWN.contains(first(request.getUriInfo().getPath()));
    String kept = own ? CourseLanguage.kept(request.getCookies()) : null;
    if (kept != null) {
      request.getHeaders().putSingle(HttpHeaders.ACCEPT_LANGUAGE, kept);
    }
  }

  /** What a path begins with, without a pattern: every request comes through here. */
  private static String first(String path) {
    int from = path.startsWith("/") ? 1 : 0;
    int to = path.indexOf('/', from);
    return path.substring(from, to < 0 ? path.length() : to);
  }
}
