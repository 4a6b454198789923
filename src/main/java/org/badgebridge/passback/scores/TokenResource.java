package org.badgebridge.passback.scores;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where senders of scores fetch their access tokens. */
@Path("/passback/scores/{id: [0-9a-f-]{36}}/token")
public class TokenResource {

  private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED;
  private static final int LARGEST = 64 * 1024;

  private final GrantToken grantToken;

  @Inject
  public TokenResource(GrantToken grantToken) {
    this.grantToken = grantToken;
  }

  @POST
  public Response grant(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
      InputStream body)
      throws IOException {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    try {
      if (!AgsMedia.is(type, FORM)) {
        throw new TokenRefused("invalid_request", "send " + FORM);
      }
      GrantToken.Granted granted =
          grantToken.grant(id, new String(AgsJson.bytes(body, LARGEST), StandardCharsets.UTF_8));
      answer
          .put("access_token", granted.token())
          .put("token_type", "Bearer")
          .put("expires_in", ScoreTokens.LIFE.toSeconds())
          .put("scope", AgsScope.text(granted.scopes()));
      return answer(200, answer);
    } catch (TokenRefused refused) {
      answer.put("error", refused.error()).put("error_description", refused.description());
      return answer(400, answer); // RFC 6749 §5.2; 401 is for clients that tried a header
    }
  }

  private static Response answer(int status, ObjectNode body) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(body.toString())
        .build();
  }
}
