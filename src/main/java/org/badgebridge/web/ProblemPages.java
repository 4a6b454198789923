package org.badgebridge.web;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.badgebridge.external.ExternalRefusal;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Turns a failure into an answer: problem details (RFC 9457) for programs, a page for people, a
 * card for a part of a page; all with the incident id under which the log has the cause.
 */
@ApplicationScoped
public class ProblemPages {

  private static final System.Logger LOG = System.getLogger(ProblemPages.class.getName());
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Views views;
  private final Words words;

  @Inject
  public ProblemPages(Views views, Words words) {
    this.views = views;
    this.words = words;
  }

  /** A finished answer. */
  public record Answer(int status, String contentType, String body) {}

  /** The answer to a failed request; logs the cause once. */
  public Answer answer(HttpServletRequest request, Throwable failure) {
    return answer(request, failure, null);
  }

  /** As the other, in a language the failing room already knows. */
  public Answer answer(HttpServletRequest request, Throwable failure, @Nullable Locale known) {
    ProblemException problem = problem(failure);
    String incident = String.valueOf(request.getAttribute(SecurityHeaders.INCIDENT));
    if (problem.type() == ProblemType.INTERNAL) {
      LOG.log(ERROR, "incident=" + incident, failure);
    } else {
      LOG.log(INFO, "incident=" + incident + " " + problem.getMessage());
    }
    Locale locale = known == null ? Words.choose(request.getHeader("Accept-Language")) : known;
    String detail = words.text(locale, problem.detailKey(), problem.arguments().toArray());
    int status = status(problem, failure);
    if (!wantsHtml(request)) {
      return new Answer(
          status, "application/problem+json", json(problem, status, detail, incident, locale));
    }
    String template =
        request.getHeader("HX-Request") == null ? "problem/page.jte" : "problem/card.jte";
    String html =
        views.render(
            template,
            Page.open(locale, words),
            Map.of("slug", problem.type().slug(), "detail", detail, "incident", incident));
    return new Answer(status, "text/html;charset=UTF-8", html);
  }

  private static int status(ProblemException problem, Throwable failure) {
    return failure instanceof WebApplicationException web
        ? web.getResponse().getStatus()
        : problem.type().status();
  }

  private static ProblemException problem(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException problem) {
        return problem;
      }
      if (cause instanceof WebApplicationException web) {
        return of(web.getResponse().getStatus(), web);
      }
      if (cause instanceof ExternalUnavailable || cause instanceof ExternalRefusal) {
        return new ProblemException(cause, ProblemType.UNAVAILABLE, "problem.unavailable.detail");
      }
    }
    return new ProblemException(failure, ProblemType.INTERNAL, "problem.internal.detail");
  }

  private static ProblemException of(int status, Throwable cause) {
    for (ProblemType type : ProblemType.values()) {
      if (type.status() == status && type != ProblemType.LAUNCH_REJECTED) {
        return new ProblemException(cause, type, "problem." + type.slug() + ".detail");
      }
    }
    ProblemType type = status < 500 ? ProblemType.MALFORMED : ProblemType.INTERNAL;
    return new ProblemException(cause, type, "problem." + type.slug() + ".detail");
  }

  private static boolean wantsHtml(HttpServletRequest request) {
    String uri = request.getRequestURI();
    if (uri != null && (uri.startsWith("/api/v1") || uri.startsWith("/passback/"))) {
      return false; // whatever a program says it accepts
    }
    String accept = request.getHeader("Accept");
    return request.getHeader("HX-Request") != null
        || (accept != null && accept.contains("text/html"));
  }

  private String json(
      ProblemException problem, int status, String detail, String incident, Locale locale) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "urn:badgebridge:problem:" + problem.type().slug());
    body.put("title", words.text(Locale.ENGLISH, "problem." + problem.type().slug() + ".title"));
    body.put("status", status);
    body.put("detail", detail);
    body.put("instance", "urn:uuid:" + incident);
    if (problem instanceof InvalidFields invalid) {
      body.put("faults", invalid.faults().stream().map(each -> told(each, locale)).toList());
    }
    body.putAll(problem.members());
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of strings is always JSON", e);
    }
  }

  /** A fault for programs: where, what to do in the caller's language, and its stable key. */
  public Map<String, Object> told(FieldFault fault, Locale locale) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("field", fault.field());
    told.put("key", fault.key());
    told.put("message", words.text(locale, fault.key(), fault.arguments().toArray()));
    return told;
  }
}
