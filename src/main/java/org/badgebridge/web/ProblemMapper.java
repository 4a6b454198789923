package org.badgebridge.web;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Every failure of a resource becomes a problem that says what to do; none shows our insides. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

  private final ProblemPages pages;

  @Context private HttpServletRequest request;

  @Inject
  public ProblemMapper(ProblemPages pages) {
    this.pages = pages;
  }

  @Override
  public Response toResponse(Throwable failure) {
    if (failure instanceof WebApplicationException web && web.getResponse().getStatus() < 400) {
      return web.getResponse();
    }
    ProblemPages.Answer answer = pages.answer(request, failure);
    return Response.status(answer.status())
        .type(answer.contentType())
        .header("Cache-Control", "no-store")
        .entity(answer.body())
        .build();
  }
}
