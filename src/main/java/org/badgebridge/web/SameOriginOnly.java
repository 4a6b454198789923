package org.badgebridge.web;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/**
 * Refuses a change that another site's page sends with our visitor's cookies (cross-site request
 * forgery), by what the browser itself says of the sender: {@code Sec-Fetch-Site} (Fetch Metadata)
 * or {@code Origin} (RFC 6454 §7).
 *
 * <p>Seven kinds of request come from elsewhere by design and never lean on a cookie alone: LTI
 * messages, which have their own binding, those of programs to {@code /api/v1}, of mail programs to
 * {@code /mail/stop} (RFC 8058), of sources of evidence to {@code /passback}, of wallets to {@code
 * /vci} and of hosts to {@code /ims}, which look at no cookie, and requests with a bearer in {@code
 * Authorization}, which no foreign page can add.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SameOriginOnly implements Filter {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final PublicOrigin publicOrigin;
  private final ProblemPages problems;

  @Inject
  public SameOriginOnly(PublicOrigin publicOrigin, ProblemPages problems) {
    this.publicOrigin = publicOrigin;
    this.problems = problems;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    if (SAFE.contains(http.getMethod())
        || path(http).startsWith("/lti/")
        || path(http).startsWith("/api/v1/")
        || path(http).startsWith("/mail/stop/")
        || path(http).startsWith("/passback/")
        || path(http).startsWith("/vci/")
        || path(http).startsWith("/ims/")
        || http.getHeader("Authorization") != null
        || fromOurPage(http)) {
      chain.doFilter(request, response);
      return;
    }
    ProblemPages.Answer answer =
        problems.answer(
            http,
            new ProblemException(ProblemType.FORGED_REQUEST, "problem.forged-request.detail"));
    HttpServletResponse refusal = (HttpServletResponse) response;
    refusal.setStatus(answer.status());
    refusal.setContentType(answer.contentType());
    refusal.getWriter().write(answer.body());
  }

  /** Where the request is led to: unlike its URI without parameters ({@code ;}) and dots. */
  private static String path(HttpServletRequest request) {
    String inside = request.getPathInfo();
    return request.getServletPath() + (inside == null ? "" : inside);
  }

  private boolean fromOurPage(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return site == null
        ? publicOrigin.origin().equals(request.getHeader("Origin"))
        : "same-origin".equals(site);
  }
}
