package org.badgebridge.backpack.host;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How hosts speak to us and are answered: bounded bodies, JSON, and never from a cache. */
final class HostAnswers {

  private HostAnswers() {}

  static Response json(int status, String body) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Pragma", "no-cache")
        .entity(body)
        .build();
  }

  /** A refusal in the words of OAuth. */
  static Response refused(HostRefused refused) {
    Response answer =
        json(
            refused.status(),
            JsonNodeFactory.instance
                .objectNode()
                .put("error", refused.error())
                .put("error_description", refused.description())
                .toString());
    // "the authorization server MUST respond with … 401 … and include the WWW-Authenticate" (§5.2)
    return refused.status() == 401
        ? Response.fromResponse(answer)
            .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"hosts\", charset=\"UTF-8\"")
            .build()
        : answer;
  }

  /** The whole body; null if it is larger than that. */
  static @Nullable String text(InputStream body, int largest) throws IOException {
    byte[] bytes = body.readNBytes(largest + 1);
    return bytes.length > largest ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  /** Whether a Content-Type is that one, with or without parameters. */
  static boolean is(@Nullable String type, String wanted) {
    return type != null && type.split(";", -1)[0].strip().toLowerCase(Locale.ROOT).equals(wanted);
  }
}
