package org.badgebridge.launch;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.badgebridge.platform.Platform;

/**
 * {@code /lti/login}: third-party initiated login, by GET or POST as the platform likes. A servlet,
 * because Jakarta REST would double the cost of a launch.
 */
@WebServlet("/lti/login")
public class LoginServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient BeginLaunch beginLaunch;
  private final transient LaunchResponses responses;
  private final transient Clock clock;

  @Inject
  public LoginServlet(BeginLaunch beginLaunch, LaunchResponses responses, Clock clock) {
    this.beginLaunch = beginLaunch;
    this.responses = responses;
    this.clock = clock;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(request, response);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(request, response);
  }

  private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    try {
      Form form = Form.of(request, clock);
      boolean framed =
          "iframe".equals(request.getHeader("Sec-Fetch-Dest"))
              && !"none".equals(request.getHeader("Sec-Fetch-Site"));
      send(request, response, beginLaunch.begin(form, BindingCookies.of(request), framed));
    } catch (RuntimeException e) {
      responses.fail(request, response, e);
    }
  }

  private void send(HttpServletRequest request, HttpServletResponse response, LoginAnswer answer)
      throws IOException {
    if (answer instanceof LoginAnswer.Redirect to) {
      to.cookies().forEach(cookie -> response.addHeader("Set-Cookie", cookie));
      redirect(response, to.location());
    } else if (answer instanceof LoginAnswer.AskForCookies again) {
      response.addHeader("Set-Cookie", BindingCookies.keep());
      redirect(response, again.location());
    } else if (answer instanceof LoginAnswer.KeepInPlatform keep) {
      keep.cookies().forEach(cookie -> response.addHeader("Set-Cookie", cookie));
      responses.step(request, response, "launch/keep.jte", keep.platform(), StoragePage.keep(keep));
    } else if (answer instanceof LoginAnswer.OpenTab tab) {
      Platform platform = tab.platform();
      responses.step(
          request, response, "launch/tab.jte", platform, Map.of("location", tab.location()));
    }
  }

  private static void redirect(HttpServletResponse response, String location) {
    response.setStatus(HttpServletResponse.SC_FOUND);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Location", location);
  }
}
