package org.badgebridge.backpack.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import org.badgebridge.backpack.host.HostAddresses;
import org.badgebridge.web.SecurityHeaders;

/**
 * Says also those failures in the words of 1EdTech that no resource of the API sees: addresses and
 * methods that there are not, and our own faults. "DEFAULT application/json Imsx_StatusInfo" (Open
 * Badges 3.0 §6.2.2.2).
 */
@Provider
public class FailuresOfApi implements ContainerResponseFilter {

  private static final int FAULT = 500;

  @Context private HttpServletRequest servlet;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() >= 400 && isOfApi(request) && !isSaid(response)) {
      String told = StatusInfo.of(response.getStatus()).body(description(response.getStatus()));
      response.setEntity(told, null, MediaType.APPLICATION_JSON_TYPE);
      response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    }
  }

  private static boolean isOfApi(ContainerRequestContext request) {
    return ("/" + request.getUriInfo().getPath())
        .replaceFirst("^/+", "/")
        .startsWith(HostAddresses.BASE + "/");
  }

  /** As JSON: in the words of 1EdTech, or of OAuth. */
  private static boolean isSaid(ContainerResponseContext response) {
    return response.hasEntity()
        && MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType());
  }

  private String description(int status) {
    Response.Status known = Response.Status.fromStatusCode(status);
    String phrase = known == null ? "HTTP " + status : known.getReasonPhrase();
    return status < FAULT
        ? phrase + "; the document at /discovery says what is offered"
        : phrase + "; incident " + servlet.getAttribute(SecurityHeaders.INCIDENT);
  }
}
