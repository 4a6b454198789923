package org.badgebridge.web;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** Guards what is {@link AdministratorOnly}, and keeps it out of every cache. */
@Provider
@AdministratorOnly
@Priority(Priorities.AUTHENTICATION)
public class AdministratorFilter implements ContainerRequestFilter, ContainerResponseFilter {

  private final SignInGate gate;
  private final SignedIn signedIn;

  @Inject
  public AdministratorFilter(SignInGate gate, SignedIn signedIn) {
    this.gate = gate;
    this.signedIn = signedIn;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (!gate.admitStaff(request.getCookies())) {
      StaffFilter.refuse(request);
    } else if (!signedIn.isOperator()) {
      throw new ProblemException(ProblemType.FORBIDDEN, "web.operators-only");
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
