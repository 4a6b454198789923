package org.badgebridge.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * What a program is answered after a change; kept for a while where the request may be repeated.
 *
 * @param location of what was made; null if nothing was
 * @param tag the new state
 * @param body JSON
 */
public record Answer(int status, @Nullable String location, String tag, String body) {

  Response response() {
    Response.ResponseBuilder response =
        Response.status(status)
            .type(MediaType.APPLICATION_JSON_TYPE)
            .header(HttpHeaders.ETAG, tag)
            .entity(body);
    if (location != null) {
      response.header(HttpHeaders.LOCATION, location);
    }
    return response.build();
  }
}
