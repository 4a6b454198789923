package org.badgebridge.keys;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** The tool's public keys, where platforms fetch them (1EdTech Security Framework 1.1 §6.3). */
@Path("/.well-known/jwks.json")
public class JwksResource {

  private final ToolKeys keys;

  @Inject
  public JwksResource(ToolKeys keys) {
    this.keys = keys;
  }

  @GET
  @Produces("application/json")
  public Response show() {
    return Response.ok(keys.published().toString())
        .header("Cache-Control", "public, max-age=3600")
        .header("Access-Control-Allow-Origin", "*")
        .build();
  }
}
