package org.badgebridge.launch;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.badgebridge.platform.Platform;
import org.badgebridge.web.ContentSecurity;
import org.badgebridge.web.Page;
import org.badgebridge.web.ProblemPages;
import org.badgebridge.web.SecurityHeaders;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** Writes the pages of login and launch, each with the policy that lets its platform frame it. */
@ApplicationScoped
class LaunchResponses {

  private static final System.Logger LOG = System.getLogger(LaunchResponses.class.getName());

  private static final String HTML = "text/html;charset=UTF-8";

  private final Views views;
  private final Words words;
  private final ProblemPages problems;
  private final RefusedLaunches refusals;

  @Inject
  LaunchResponses(Views views, Words words, ProblemPages problems, RefusedLaunches refusals) {
    this.views = views;
    this.words = words;
    this.problems = problems;
    this.refusals = refusals;
  }

  /** The page of an open session: the answer to the launch, with the bearer in its body. */
  void open(HttpServletResponse response, LaunchAnswer.Opened opened) throws IOException {
    LaunchSession session = opened.session();
    LaunchSession.DeepLinking picking = session.deepLinking();
    String back = picking == null ? null : ClaimText.origin(picking.returnUrl());
    response.setContentType(HTML);
    write(
        response, 200, opened.html(), session.framedBy(), back == null ? List.of() : List.of(back));
  }

  /** A page of ours on the way. */
  void step(
      HttpServletRequest request,
      HttpServletResponse response,
      String template,
      Platform platform,
      Map<String, ?> parameters)
      throws IOException {
    Page page = Page.open(Words.choose(request.getHeader("Accept-Language")), words);
    // older browsers name the sender of our next post by Origin, and only under this policy
    response.setHeader("Referrer-Policy", "same-origin");
    response.setContentType(HTML);
    write(response, 200, views.render(template, page, parameters), platform.origins(), List.of());
  }

  /** The answer to a failure; a refusal leaves its audit line. */
  void fail(HttpServletRequest request, HttpServletResponse response, RuntimeException failure)
      throws IOException {
    ProblemPages.Answer answer = problems.answer(request, failure);
    Platform platform = null;
    String body = answer.body();
    if (failure instanceof LaunchRefused refused) {
      note(refused, request.getServletPath());
      platform = refused.platform();
      if (answer.contentType().startsWith("text/html")) {
        body = refusedPage(request, refused);
      }
    }
    response.setContentType(answer.contentType());
    write(
        response,
        answer.status(),
        body,
        platform == null ? List.of() : platform.origins(),
        List.of());
  }

  private String refusedPage(HttpServletRequest request, LaunchRefused refused) {
    Platform platform = refused.platform();
    Page page = Page.open(Words.choose(request.getHeader("Accept-Language")), words);
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("slug", refused.type().slug());
    parameters.put("detail", page.t(refused.detailKey()));
    parameters.put("incident", String.valueOf(request.getAttribute(SecurityHeaders.INCIDENT)));
    parameters.put("back", refused.returnUrl());
    parameters.put("site", signInSite(refused.refusal(), platform));
    return views.render("launch/refused.jte", page, parameters);
  }

  /** Where to sign in again; only if the issuer is a site that people visit. */
  private static @Nullable String signInSite(Refusal refusal, @Nullable Platform platform) {
    boolean helps = refusal == Refusal.LOGIN_REQUIRED || refusal == Refusal.BROWSER;
    if (platform == null || !helps) {
      return null;
    }
    String site = ClaimText.url(platform.issuer());
    String login = ClaimText.origin(platform.authLoginUrl());
    return site != null && login != null && login.equals(ClaimText.origin(site)) ? site : null;
  }

  private void note(LaunchRefused refused, String step) {
    try {
      refusals.record(refused, step);
    } catch (RuntimeException e) {
      LOG.log(ERROR, "a refused launch left no audit line: " + refused.refusal().slug(), e);
    }
  }

  private static void write(
      HttpServletResponse response,
      int status,
      String body,
      Collection<String> framedBy,
      Collection<String> postsTo)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    ContentSecurity.apply(response, ContentSecurity.policy(framedBy, postsTo));
    response.setStatus(status);
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
