package org.badgebridge.launch;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Locale;
import org.badgebridge.platform.notice.NoticeHandlers;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** Where platforms tell us of what happens without a launch (LTI PNS 1.0). */
@Path(NoticeHandlers.PATH)
public class NoticesResource {

  private final ReceiveNotices receive;
  private final Clock clock;

  @Context private HttpServletRequest request;

  @Inject
  public NoticesResource(ReceiveNotices receive, Clock clock) {
    this.receive = receive;
    this.clock = clock;
  }

  /** Takes notices; what was taken cannot be lost once the answer is 200. */
  @POST
  public Response take(InputStream body) throws IOException {
    String type = request.getContentType();
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw new ProblemException(
          ProblemType.UNSUPPORTED_MEDIA_TYPE, "launch.notices-json", "application/json");
    }
    receive.receive(Form.read(body, clock));
    return Response.ok().header("Cache-Control", "no-store").build();
  }
}
