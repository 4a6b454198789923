package org.badgebridge.api;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.ApiClient;
import org.badgebridge.staff.ApiClients;
import org.badgebridge.staff.Places;
import org.badgebridge.web.Guesses;
import org.badgebridge.web.ProblemPages;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** Guards what is {@link ApiOnly}, and keeps it out of every cache. */
@Provider
@ApiOnly
@Priority(Priorities.AUTHENTICATION)
public class ApiFilter implements ContainerRequestFilter, ContainerResponseFilter {

  private static final String REALM = "Bearer realm=\"Badge Bridge\"";

  /** The scheme is told without regard to case (RFC 9110 §11.1). */
  private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([\\w~+/.=-]+)");

  private final ApiClients clients;
  private final Places places;
  private final Caller caller;
  private final Guesses guesses;
  private final ProblemPages problems;
  private final Clock clock;

  @Context private HttpServletRequest servletRequest;

  @Inject
  public ApiFilter(
      ApiClients clients,
      Places places,
      Caller caller,
      Guesses guesses,
      ProblemPages problems,
      Clock clock) {
    this.clients = clients;
    this.places = places;
    this.caller = caller;
    this.guesses = guesses;
    this.problems = problems;
    this.clock = clock;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (authorization == null) {
      refuse(request, REALM, "api.token.missing");
      return;
    }
    Optional<ApiClient> client = client(authorization);
    if (client.isEmpty()) {
      guesses.count(servletRequest, "api");
      refuse(request, wrong(), "api.token.wrong");
      return;
    }
    ApiClient.State state = client.get().state(clock.instant());
    if (state != ApiClient.State.ALIVE) {
      refuse(request, wrong(), "api.token." + state);
      return;
    }
    admit(client.get(), request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
  }

  private Optional<ApiClient> client(String authorization) {
    Matcher bearer = BEARER.matcher(authorization);
    return bearer.matches() ? clients.withToken(bearer.group(1)) : Optional.empty();
  }

  private void admit(ApiClient client, @Nullable String languages) {
    caller.is(client.actor(), places.at(client.level(), client.placeId()), Words.choose(languages));
    clients.use(client);
  }

  private static String wrong() {
    return REALM + ", error=\"invalid_token\""; // RFC 6750 §3.1
  }

  private void refuse(ContainerRequestContext request, String challenge, String key) {
    ProblemPages.Answer answer =
        problems.answer(servletRequest, new ProblemException(ProblemType.TOKEN_REFUSED, key));
    request.abortWith(
        Response.status(answer.status())
            .type(answer.contentType())
            .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
            .entity(answer.body())
            .build());
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
