package org.badgebridge.web;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;

/** What the server shows for failures outside resources ({@code error-page} of {@code web.xml}). */
@WebServlet("/problem")
public class ProblemServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient ProblemPages pages;

  @Inject
  public ProblemServlet(ProblemPages pages) {
    this.pages = pages;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Throwable cause =
        failure instanceof Throwable thrown
            ? thrown
            : new WebApplicationException(status instanceof Integer code ? code : 404);
    ProblemPages.Answer answer = pages.answer(request, cause);
    response.setStatus(answer.status());
    response.setContentType(answer.contentType());
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().write(answer.body());
  }
}
