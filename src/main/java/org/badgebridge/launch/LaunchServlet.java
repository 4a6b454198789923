package org.badgebridge.launch;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;

/**
 * {@code /lti/launch}: the platform's answer to a login, posted by the browser. The answer is the
 * page itself. A token in a query is not even looked at: only POST is taken.
 */
@WebServlet("/lti/launch")
public class LaunchServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient AcceptLaunch acceptLaunch;
  private final transient OpenPendingLaunch openPendingLaunch;
  private final transient LaunchResponses responses;
  private final transient Clock clock;

  @Inject
  public LaunchServlet(
      AcceptLaunch acceptLaunch,
      OpenPendingLaunch openPendingLaunch,
      LaunchResponses responses,
      Clock clock) {
    this.acceptLaunch = acceptLaunch;
    this.openPendingLaunch = openPendingLaunch;
    this.responses = responses;
    this.clock = clock;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Allow", "POST");
    responses.fail(request, response, new LaunchRefused(Refusal.PARAMETERS));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      Form form = Form.of(request, clock);
      if (form.get("launch_id") != null) {
        responses.open(response, openPendingLaunch.open(form, Sender.of(request)));
        return;
      }
      String languages = request.getHeader("Accept-Language");
      BindingCookies cookies = BindingCookies.of(request);
      LaunchAnswer answer = acceptLaunch.accept(form, cookies, languages);
      if (answer instanceof LaunchAnswer.Opened opened) {
        cookies.end().forEach(cookie -> response.addHeader("Set-Cookie", cookie));
        responses.open(response, opened);
      } else if (answer instanceof LaunchAnswer.Pending pending) {
        responses.step(
            request,
            response,
            "launch/recall.jte",
            pending.platform(),
            StoragePage.recall(pending));
      }
    } catch (RuntimeException e) {
      responses.fail(request, response, e);
    }
  }
}
