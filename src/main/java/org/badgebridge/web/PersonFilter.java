package org.badgebridge.web;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/**
 * Guards what is {@link PersonOnly}: shows browsers the door, behind which they come back to the
 * page that they wanted to see; and keeps it out of every cache.
 */
@Provider
@PersonOnly
@Priority(Priorities.AUTHENTICATION)
public class PersonFilter implements ContainerRequestFilter, ContainerResponseFilter {

  private final SignInGate gate;

  @Inject
  public PersonFilter(SignInGate gate) {
    this.gate = gate;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (gate.admitPerson(
        request.getCookies(), request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))) {
      return;
    }
    String accept = request.getHeaderString(HttpHeaders.ACCEPT);
    if (accept != null && accept.contains("text/html")) {
      Response.ResponseBuilder door = Response.seeOther(URI.create(SignInGate.SIGN_IN));
      URI wanted = request.getUriInfo().getRequestUri();
      if (request.getMethod().equals(HttpMethod.GET) && wanted.getRawQuery() == null) {
        door.cookie(ComeBack.to(wanted.getRawPath()));
      }
      request.abortWith(door.build());
      return;
    }
    throw new ProblemException(ProblemType.SIGN_IN_REQUIRED, "web.person-only");
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
