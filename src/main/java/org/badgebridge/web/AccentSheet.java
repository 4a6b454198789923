package org.badgebridge.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** The style sheet of one accent colour: pages may not carry styles inline. */
@Path("/accent/{colour: [0-9a-f]{6}}.css")
public class AccentSheet {

  @GET
  public Response sheet(@PathParam("colour") String colour) {
    return Response.ok(Accent.of(colour).css(), "text/css;charset=UTF-8")
        .header("Cache-Control", "public, max-age=86400")
        .build();
  }
}
