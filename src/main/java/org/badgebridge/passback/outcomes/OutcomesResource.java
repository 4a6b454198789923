package org.badgebridge.passback.outcomes;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import net.oauth.OAuth;
import org.jspecify.annotations.Nullable;

/**
 * Where tools of LTI 1.1 post their results. A message is always answered with a message and with
 * 200: the envelope says how it went (LTI 1.1.1 §6).
 */
@Path("/passback/outcomes/{id: [0-9a-f-]{36}}")
public class OutcomesResource {

  private static final int LARGEST = 2 << 20;

  private final AnswerOutcome answerOutcome;

  @Context private HttpServletRequest request;

  @Inject
  public OutcomesResource(AnswerOutcome answerOutcome) {
    this.answerOutcome = answerOutcome;
  }

  /** Takes a message of Basic Outcomes. */
  @POST
  public Response message(@PathParam("id") UUID id, InputStream body) throws IOException {
    byte[] bytes = is("application/xml") || is("text/xml") ? bytes(body) : null;
    return Response.ok(answerOutcome.answer(id, envelope(), bytes).xml())
        .type("application/xml;charset=UTF-8")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** Gives a sealed {@code sourcedId}: a form with course, activity, user and maybe a title. */
  @POST
  @Path("sourcedids")
  public Response seal(@PathParam("id") UUID id, InputStream body) throws IOException {
    Response.ResponseBuilder answer;
    try {
      byte[] bytes = is("application/x-www-form-urlencoded") ? bytes(body) : null;
      if (bytes == null) {
        throw new OutcomeRefused("form", "-");
      }
      List<OAuth.Parameter> form = OAuth.decodeForm(new String(bytes, StandardCharsets.UTF_8));
      answer = Response.ok(answerOutcome.seal(id, envelope(), form));
    } catch (OutcomeRefused refused) {
      int status = refused.code().equals("outcomes-sourced-id") ? 400 : 401;
      answer = Response.status(status).entity(answerOutcome.refused(id, refused));
    }
    return answer
        .type("text/plain;charset=UTF-8")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private AnswerOutcome.Envelope envelope() {
    return new AnswerOutcome.Envelope(
        request.getHeader(HttpHeaders.AUTHORIZATION), request.getQueryString());
  }

  private boolean is(String type) {
    String sent = request.getContentType();
    return sent != null && sent.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(type);
  }

  private static byte @Nullable [] bytes(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(LARGEST + 1);
    return bytes.length > LARGEST ? null : bytes;
  }
}
