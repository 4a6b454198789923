package org.badgebridge.api;

import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.badgeclass.BadgeClass.State;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.web.PlainText;
import org.jspecify.annotations.Nullable;

/** Which badge classes a program asks for, as it stands in the address. */
public class ListQuery {

  static final int MOST = 100;
  private static final int WORDS = 200;

  @QueryParam("state")
  private @Nullable String state;

  @QueryParam("words")
  private @Nullable String words;

  @QueryParam("after")
  private @Nullable String after;

  @QueryParam("limit")
  private @Nullable String limit;

  /** The filter; all states if none is named. */
  BadgeClasses.Filter filter() {
    return new BadgeClasses.Filter(words(words), states());
  }

  /** The words that are searched. */
  static String words(@Nullable String words) {
    String clean = PlainText.optionalLine(words);
    if (clean.length() > WORDS) {
      throw fault("words", "api.query.words", WORDS);
    }
    return clean;
  }

  private Set<State> states() {
    if (state == null || state.isBlank()) {
      return EnumSet.allOf(State.class);
    }
    Set<State> states = EnumSet.noneOf(State.class);
    for (String each : state.split(",", -1)) {
      try {
        states.add(State.valueOf(each.strip()));
      } catch (IllegalArgumentException e) {
        throw fault("state", "api.query.state");
      }
    }
    return states;
  }

  @Nullable UUID after() {
    return key(after);
  }

  /** The key of a page; null for the first. */
  static @Nullable UUID key(@Nullable String after) {
    if (after == null || after.isBlank()) {
      return null;
    }
    if (!after.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
      throw fault("after", "api.query.after");
    }
    return UUID.fromString(after);
  }

  int limit() {
    return rows(limit);
  }

  /** How many rows a page has. */
  static int rows(@Nullable String limit) {
    if (limit == null || limit.isBlank()) {
      return BadgeClasses.PAGE;
    }
    int asked = limit.matches("\\d{1,3}") ? Integer.parseInt(limit) : 0;
    if (asked < 1 || asked > MOST) {
      throw fault("limit", "api.query.limit", MOST);
    }
    return asked;
  }

  /** The same question for the page after a key. */
  String next(UUID key) {
    List<String> parts = new ArrayList<>();
    add(parts, "state", state);
    add(parts, "words", words);
    add(parts, "limit", limit);
    parts.add("after=" + key);
    return "?" + String.join("&", parts);
  }

  static void add(List<String> parts, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  static InvalidFields fault(String field, String key, Object... arguments) {
    return new InvalidFields(List.of(FieldFault.of(field, key, arguments)));
  }
}
