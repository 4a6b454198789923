package org.badgebridge.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * What a program is answered after a change; kept for a while where the request may be repeated.
 *
 * @param location of what was made; null if nothing was
 * @param tag the new state; null for what has no entity tag
 * @param body JSON
 */
public record Answer(int status, @Nullable String location, @Nullable String tag, String body) {

  Response response() {
    Response.ResponseBuilder response =
        Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body);
    if (tag != null) {
      response.header(HttpHeaders.ETAG, tag);
    }
    if (location != null) {
      response.header(HttpHeaders.LOCATION, location);
    }
    return response.build();
  }
}
