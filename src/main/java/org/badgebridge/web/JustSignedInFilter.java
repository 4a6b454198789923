package org.badgebridge.web;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/** Guards what is {@link JustSignedIn}, after {@link PersonFilter} has. */
@Provider
@JustSignedIn
@Priority(Priorities.AUTHORIZATION)
public class JustSignedInFilter implements ContainerRequestFilter {

  private static final String ONCE_MORE = SignInGate.SIGN_IN + "?again=yes";

  private final SignInGate gate;

  @Context private ResourceInfo resource;

  @Inject
  @SuppressWarnings("NullAway.Init") // JAX-RS sets the resource
  public JustSignedInFilter(SignInGate gate) {
    this.gate = gate;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (!gate.justSignedIn(request.getCookies())) {
      String page = resource.getResourceClass().getAnnotation(Path.class).value();
      request.abortWith(onceMore(page));
    }
  }

  /** Sends somebody to the door once more, from where they come back to a page of ours. */
  public static Response onceMore(String page) {
    return Response.seeOther(URI.create(ONCE_MORE))
        .cookie(ComeBack.to(page))
        .header("Cache-Control", "no-store")
        .build();
  }
}
