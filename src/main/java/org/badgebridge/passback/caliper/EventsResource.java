package org.badgebridge.passback.caliper;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.badgebridge.passback.connector.Connector;
import org.badgebridge.passback.connector.Received;
import org.badgebridge.passback.connector.ReportRefused;
import org.badgebridge.passback.connector.Senders;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.Guesses;
import org.badgebridge.web.ProblemPages;
import org.jspecify.annotations.Nullable;

/**
 * Where sensors post envelopes (Caliper 1.2 §6), with the connector's secret as their key, and
 * Canvas its signed Live Events. What is taken cannot be lost once the answer is 200.
 */
@Path("/passback/caliper/{id: [0-9a-f-]{36}}")
public class EventsResource {

  /** With its scheme, as the specification has it, or alone, as many sensors send it. */
  private static final Pattern KEY = Pattern.compile("(?:(?i:bearer) +)?([\\w~+/.=-]{1,2000})");

  private final Senders senders;
  private final TakeEvents takeEvents;
  private final Guesses guesses;
  private final ProblemPages problems;
  private final Clock clock;

  @Context private HttpServletRequest request;

  @Inject
  public EventsResource(
      Senders senders, TakeEvents takeEvents, Guesses guesses, ProblemPages problems, Clock clock) {
    this.senders = senders;
    this.takeEvents = takeEvents;
    this.guesses = guesses;
    this.problems = problems;
    this.clock = clock;
  }

  /** Takes an envelope. */
  @POST
  public Response envelope(@PathParam("id") String id, InputStream body) throws IOException {
    Optional<Connector> connector = senders.admit(request, id, CaliperSource.NAME, key());
    if (connector.isEmpty()) {
      ProblemPages.Answer refusal =
          problems.answer(
              request,
              new ProblemException(ProblemType.TOKEN_REFUSED, "passback.refused.credentials"));
      return Response.status(refusal.status())
          .type(refusal.contentType())
          .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Badge Bridge\"")
          .entity(refusal.body())
          .build();
    }
    String type = request.getContentType();
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw new ProblemException(
          ProblemType.UNSUPPORTED_MEDIA_TYPE, "passback.refused.media-type", "application/json");
    }
    takeEvents.envelope(connector.get(), Received.bytes(body, clock));
    return Response.ok().build();
  }

  /** Takes a signed Live Event; its signature is what lets it in. */
  @POST
  @Path("live")
  public Response live(@PathParam("id") String id, InputStream body) throws IOException {
    Optional<Connector> connector = senders.find(id, CaliperSource.NAME);
    if (connector.isEmpty()) {
      guesses.count(request, "sender");
      throw new ProblemException(ProblemType.TOKEN_REFUSED, "passback.caliper.refused.signature");
    }
    byte[] bytes = Received.bytes(body, clock);
    try {
      takeEvents.live(connector.get(), bytes);
    } catch (ReportRefused e) {
      if (e.type() == ProblemType.TOKEN_REFUSED) {
        guesses.count(request, "sender");
      }
      throw e;
    }
    return Response.ok().build();
  }

  private @Nullable String key() {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    Matcher key = KEY.matcher(header == null ? "" : header);
    return key.matches() ? key.group(1) : null;
  }
}
