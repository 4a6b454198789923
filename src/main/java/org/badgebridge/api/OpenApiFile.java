package org.badgebridge.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Objects;

/**
 * The description of the interface as it was written. The server adds a member of its own to {@code
 * /openapi}, of which strict readers complain.
 */
@Path("/api/openapi.yaml")
public class OpenApiFile {

  private static final String FILE = "META-INF/openapi.yaml";

  @GET
  @Produces("application/yaml")
  public Response read() {
    InputStream file =
        Objects.requireNonNull(OpenApiFile.class.getClassLoader().getResourceAsStream(FILE));
    return Response.ok(file).header("Cache-Control", "no-cache").build();
  }
}
