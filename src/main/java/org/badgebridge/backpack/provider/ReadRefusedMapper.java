package org.badgebridge.backpack.provider;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;

/** Answers refusals in the words of 1EdTech. */
@Provider
public class ReadRefusedMapper implements ExceptionMapper<ReadRefused> {

  @Override
  public Response toResponse(ReadRefused refused) {
    Response.ResponseBuilder answer =
        Response.status(refused.info().status())
            .type(MediaType.APPLICATION_JSON_TYPE)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(refused.info().body(refused.description()));
    if (refused.challenge() != null) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, refused.challenge());
    }
    Duration wait = refused.retryAfter();
    if (wait != null) {
      answer.header(HttpHeaders.RETRY_AFTER, wait.toSeconds() + 1);
    }
    if (refused.info() == StatusInfo.NOT_ALLOWED) {
      answer.header(HttpHeaders.ALLOW, "GET");
    }
    return answer.build();
  }
}
