package org.badgebridge.delivery;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.AdminScreen;
import org.badgebridge.web.AdministratorOnly;

/** The mail that an installation without a mail server wrote to its outbox, the latest first. */
@Path("/admin/outbox")
@AdministratorOnly
@Produces("text/html;charset=UTF-8")
public class OutboxPage {

  private static final int MOST = 100;

  private final Outbox outbox;
  private final MailSettings settings;
  private final AdminScreen screen;

  @Inject
  public OutboxPage(Outbox outbox, MailSettings settings, AdminScreen screen) {
    this.outbox = outbox;
    this.settings = settings;
    this.screen = screen;
  }

  @GET
  public Response show() throws IOException {
    return screen.show(
        200,
        "delivery/outbox.jte",
        null,
        Map.of("items", outbox.latest(MOST), "server", settings.smtp().isPresent()));
  }

  @GET
  @Path("{mail: [0-9a-f-]{36}}")
  @Produces("message/rfc822")
  public Response message(@PathParam("mail") UUID mail) throws IOException {
    byte[] message =
        outbox
            .read(mail)
            .orElseThrow(
                () -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
    return Response.ok(message)
        .header("Content-Disposition", "attachment; filename=\"" + mail + ".eml\"")
        .header("Cache-Control", "no-store")
        .build();
  }
}
