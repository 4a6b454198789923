package org.badgebridge.credential;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which badge is asked for, and in which form: by the end of the address, else by what the asker
 * accepts. Programs that name a JSON type, or nothing, get the document; those that name one of
 * tokens, the token; browsers, and crawlers that take anything, the page.
 *
 * @param rendition null for the page
 * @param type what to call the answer
 */
record Asked(UUID id, @Nullable Rendition rendition, String type) {

  private static final String PAGE = "text/html";
  private static final String TOKEN = "application/jwt";
  private static final Set<String> TOKENS = Set.of(TOKEN, "application/vc+jwt");

  /**
   * Reads an address below {@code /assertions/}.
   *
   * @throws org.badgebridge.problem.ProblemException NOT_FOUND if it cannot be one of a badge
   */
  static Asked of(String segment, @Nullable String accept) {
    int dot = segment.indexOf('.');
    if (dot < 0) {
      return negotiated(Documents.id(segment), accept);
    }
    UUID id = Documents.id(segment.substring(0, dot));
    Optional<Rendition> wished = Rendition.of(segment.substring(dot + 1));
    Rendition rendition = wished.orElseThrow(Credentials::missing);
    return new Asked(id, rendition, rendition.type());
  }

  private static Asked negotiated(UUID id, @Nullable String accept) {
    List<String> wishes = Accepted.types(accept);
    if (wishes.isEmpty()) {
      return new Asked(id, Rendition.JSON, Rendition.JSON.type());
    }
    for (String wish : wishes) {
      if (wish.equals(PAGE)) {
        break;
      }
      if (Documents.TYPES.contains(wish)) {
        return new Asked(id, Rendition.JSON, wish);
      }
      if (wish.equals(Rendition.JWT.type())) {
        return new Asked(id, Rendition.JWT, wish);
      }
      if (TOKENS.contains(wish)) {
        return new Asked(id, Rendition.JWT, TOKEN);
      }
    }
    return new Asked(id, null, PAGE);
  }
}
