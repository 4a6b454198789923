package org.badgebridge.api;

import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.award.AwardState;
import org.badgebridge.award.Provenance.Origin;
import org.badgebridge.award.book.AwardQuery;
import org.jspecify.annotations.Nullable;

/** Which awards a program asks for, as it stands in the address. */
public class AwardListQuery {

  @QueryParam("badgeClass")
  private @Nullable String badgeClass;

  @QueryParam("state")
  private @Nullable String state;

  @QueryParam("origin")
  private @Nullable String origin;

  @QueryParam("words")
  private @Nullable String words;

  @QueryParam("after")
  private @Nullable String after;

  @QueryParam("limit")
  private @Nullable String limit;

  /** The question; all states and origins if none is named. */
  AwardQuery query() {
    return new AwardQuery(
        badgeClass(),
        named(AwardState.class, "state", state),
        named(Origin.class, "origin", origin),
        ListQuery.words(words));
  }

  private @Nullable UUID badgeClass() {
    try {
      return badgeClass == null || badgeClass.isBlank() ? null : UUID.fromString(badgeClass);
    } catch (IllegalArgumentException e) {
      throw ListQuery.fault("badgeClass", "api.query.id");
    }
  }

  private static <E extends Enum<E>> Set<E> named(
      Class<E> type, String field, @Nullable String sent) {
    Set<E> named = EnumSet.noneOf(type);
    if (sent == null || sent.isBlank()) {
      return named;
    }
    for (String each : sent.split(",", -1)) {
      try {
        named.add(Enum.valueOf(type, each.strip()));
      } catch (IllegalArgumentException e) {
        throw ListQuery.fault(
            field,
            "api.query.one-of",
            String.join(", ", EnumSet.allOf(type).stream().map(Enum::name).toList()));
      }
    }
    return named;
  }

  @Nullable UUID after() {
    return ListQuery.key(after);
  }

  int limit() {
    return ListQuery.rows(limit);
  }

  /** The same question for the page after a key. */
  String next(UUID key) {
    List<String> parts = new ArrayList<>();
    ListQuery.add(parts, "badgeClass", badgeClass);
    ListQuery.add(parts, "state", state);
    ListQuery.add(parts, "origin", origin);
    ListQuery.add(parts, "words", words);
    ListQuery.add(parts, "limit", limit);
    parts.add("after=" + key);
    return "?" + String.join("&", parts);
  }
}
