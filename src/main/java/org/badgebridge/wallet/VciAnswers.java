package org.badgebridge.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** How wallets are answered: JSON, and never from a cache. */
final class VciAnswers {

  private VciAnswers() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static Response ok(JsonNode body) {
    return answer(Response.ok(), body);
  }

  /** A refusal in the words of the specification. */
  static Response refused(WalletRefused refused) {
    return answer(
        Response.status(400),
        object().put("error", refused.error()).put("error_description", refused.description()));
  }

  private static Response answer(Response.ResponseBuilder answer, JsonNode body) {
    return answer
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Access-Control-Allow-Origin", "*") // wallets in a browser; no cookie counts here
        .entity(body.toString())
        .build();
  }
}
