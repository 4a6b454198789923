package org.badgebridge.credential.hosted;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.badgebridge.credential.Accepted;
import org.badgebridge.credential.Addresses;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.Credentials;
import org.badgebridge.drawing.Pictures;
import org.jspecify.annotations.Nullable;

/**
 * Public badges as Open Badges 2.0: the assertion, and pictures with it inside. A revoked one is
 * gone (410), and says so; people are led to the badge's page.
 */
@Path("/ob2/assertions")
public class HostedAssertionResource {

  static final String JSON = "application/ld+json";
  private static final String CACHING = "no-cache";
  private static final int GONE = 410;

  private final Credentials credentials;
  private final HostedAssertions assertions;
  private final Addresses addresses;
  @Context private Request request;
  @Context private HttpServletResponse response;

  @Inject
  public HostedAssertionResource(
      Credentials credentials, HostedAssertions assertions, Addresses addresses) {
    this.credentials = credentials;
    this.assertions = assertions;
    this.addresses = addresses;
  }

  @GET
  @Path("{id: [0-9a-f-]{36}}")
  public Response assertion(
      @PathParam("id") UUID id, @HeaderParam("Accept") @Nullable String accept) {
    Credential credential = credentials.inPublic(id);
    response.setHeader("Vary", "Accept");
    List<String> wishes = Accepted.types(accept);
    if (!wishes.isEmpty() && wishes.get(0).equals("text/html")) {
      return Response.seeOther(URI.create(addresses.credential(id)))
          .header("Cache-Control", CACHING)
          .build();
    }
    return json(credential);
  }

  @GET
  @Path("{id: [0-9a-f-]{36}}.json")
  public Response file(@PathParam("id") UUID id) {
    return json(credentials.inPublic(id));
  }

  @GET
  @Path("{id: [0-9a-f-]{36}}.png")
  public Response png(@PathParam("id") UUID id) {
    return answer(credentials.inPublic(id), "image/png", assertions::svg, assertions::png);
  }

  @GET
  @Path("{id: [0-9a-f-]{36}}.svg")
  public Response svg(@PathParam("id") UUID id) {
    return answer(credentials.inPublic(id), Pictures.SVG, assertions::svg, assertions::svg);
  }

  private Response json(Credential credential) {
    Function<Credential, String> document = each -> assertions.assertion(each).toString();
    return answer(credential, JSON, document, document::apply);
  }

  /**
   * Answers while it holds.
   *
   * @param source what the body is made from
   */
  private Response answer(
      Credential credential,
      String type,
      Function<Credential, String> source,
      Function<Credential, Object> body) {
    if (credential.revokedAt() != null) {
      return Response.status(GONE)
          .entity(assertions.revoked(credential).toString())
          .type(JSON)
          .header("Cache-Control", CACHING)
          .header("Access-Control-Allow-Origin", "*")
          .build();
    }
    return Pictures.answer(
        request, response, source.apply(credential), type, CACHING, () -> body.apply(credential));
  }
}
