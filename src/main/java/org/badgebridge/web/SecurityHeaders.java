package org.badgebridge.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;

/** Gives every response its safe defaults, and every request an incident id. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SecurityHeaders implements Filter {

  /** Request attribute: the id that ties an error page to the log. */
  public static final String INCIDENT = "badgebridge.incident";

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    request.setAttribute(INCIDENT, UUID.randomUUID().toString());
    HttpServletResponse http = (HttpServletResponse) response;
    http.setHeader(ContentSecurity.HEADER, ContentSecurity.unframed());
    http.setHeader("X-Content-Type-Options", "nosniff");
    http.setHeader("Referrer-Policy", "no-referrer");
    http.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    http.setHeader("Cross-Origin-Opener-Policy", "same-origin-allow-popups");
    chain.doFilter(request, response);
  }
}
