package org.badgebridge.launch;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cookies that tie a login to the browser which began it, one per login so that parallel
 * launches do not overwrite each other.
 *
 * <p>{@code Partitioned} (CHIPS) keeps them in a cross-site frame where third-party cookies are
 * blocked; browsers that do not know the word take them as plain ones. They open nothing by
 * themselves and end with their login.
 */
final class BindingCookies {

  /** Shows that this browser keeps our cookies in this platform's frames; says nothing else. */
  static final String KEEPS = "__Host-lti-keeps";

  private static final String PREFIX = "__Host-lti-";
  private static final String ATTRIBUTES =
      "; Path=/; Secure; HttpOnly; SameSite=None; Partitioned; Max-Age=";
  private static final int AT_MOST = 10;
  private static final int NAMED = 8;
  private static final int YEAR = 365 * 24 * 3600;

  private final Map<String, String> cookies;
  private @Nullable String bound;

  private BindingCookies(Map<String, String> cookies) {
    this.cookies = cookies;
  }

  static BindingCookies of(HttpServletRequest request) {
    Enumeration<String> headers = request.getHeaders("Cookie");
    return headers == null || !headers.hasMoreElements()
        ? parse("")
        : parse(String.join(";", Collections.list(headers)));
  }

  static BindingCookies parse(String header) {
    Map<String, String> cookies = new HashMap<>();
    for (String each : header.split(";", 200)) {
      int equals = each.indexOf('=');
      String name = equals < 0 ? "" : each.substring(0, equals).strip();
      if (name.startsWith(PREFIX)) {
        cookies.put(name, each.substring(equals + 1).strip());
      }
    }
    return new BindingCookies(cookies);
  }

  /** Whether this browser is known to keep our cookies here. */
  boolean kept() {
    return cookies.containsKey(KEEPS);
  }

  /** Whether this browser began that login. */
  boolean bind(LoginState state) {
    String shown = cookies.get(name(state));
    boolean same = shown != null && same(shown, state.binding());
    bound = same ? name(state) : null;
    return same;
  }

  /** Compares secrets without telling by the time it takes how much of them was right. */
  static boolean same(String shown, String expected) {
    return MessageDigest.isEqual(
        shown.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }

  /** The headers that give the cookie of a new login and clear those of logins that are over. */
  List<String> begin(LoginState state, Instant now) {
    List<String> headers = new ArrayList<>();
    headers.add(name(state) + "=" + state.binding() + ATTRIBUTES + LoginStates.LIFE.toSeconds());
    if (!kept()) {
      headers.add(keep());
    }
    List<String> newestFirst =
        cookies.keySet().stream()
            .filter(name -> !name.equals(KEEPS))
            .sorted(Collections.reverseOrder())
            .toList();
    String over = PREFIX + minute(now);
    for (int i = 0; i < newestFirst.size(); i++) {
      if (i >= AT_MOST - 1 || newestFirst.get(i).compareTo(over) < 0) {
        headers.add(clear(newestFirst.get(i)));
      }
    }
    return headers;
  }

  static String keep() {
    return KEEPS + "=1" + ATTRIBUTES + YEAR;
  }

  /** The header that ends the cookie of the login that is done, if it had one. */
  List<String> end() {
    return bound == null ? List.of() : List.of(clear(bound));
  }

  private static String clear(String name) {
    return name + "=" + ATTRIBUTES + "0";
  }

  /** Sorts by the moment the login is over. */
  static String name(LoginState state) {
    return PREFIX + minute(state.expiresAt()) + "-" + state.binding().substring(0, NAMED);
  }

  private static String minute(Instant instant) {
    return Long.toString(instant.getEpochSecond() / 60, 36);
  }
}
