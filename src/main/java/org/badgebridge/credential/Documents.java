package org.badgebridge.credential;

import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How our public documents are asked for and handed out. */
final class Documents {

  private static final String SUFFIX = ".json";

  /** What a credential may be called, in the order in which we would rather call it. */
  static final List<String> TYPES =
      List.of(
          "application/vc+ld+json", "application/vc", "application/ld+json", "application/json");

  private Documents() {}

  /**
   * The id in an address, with or without {@code .json}.
   *
   * @throws org.badgebridge.problem.ProblemException NOT_FOUND if it is no id
   */
  static UUID id(String segment) {
    String id = wantsJson(segment) ? segment.substring(0, segment.length() - 5) : segment;
    try {
      UUID uuid = UUID.fromString(id);
      if (uuid.toString().equals(id)) {
        return uuid;
      }
    } catch (IllegalArgumentException e) {
      // no id: there is nothing of that name
    }
    throw Credentials.missing();
  }

  static boolean wantsJson(String segment) {
    return segment.endsWith(SUFFIX);
  }

  /**
   * The JSON type to answer with, or null for a page. Programs that name a JSON type, or nothing,
   * get the document; browsers, and crawlers that take anything, get the page.
   */
  static @Nullable String negotiated(String segment, @Nullable String accept) {
    if (wantsJson(segment) || accept == null || accept.isBlank()) {
      return "application/json";
    }
    return Accepted.types(accept).stream()
        .takeWhile(wish -> !wish.equals("text/html"))
        .filter(TYPES::contains)
        .findFirst()
        .orElse(null);
  }

  /** Any page of any site may read it: it is public, and says the same to everybody. */
  static Response.ResponseBuilder open(Response.ResponseBuilder answer) {
    return answer.header("Access-Control-Allow-Origin", "*");
  }

  /** A DID document. */
  static Response did(JsonObject document) {
    return open(Response.ok(document.toString(), "application/json"))
        .header("Cache-Control", "no-cache")
        .build();
  }
}
