package org.badgebridge.verification.source;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.badgebridge.verification.reading.SafeJson;
import org.badgebridge.verification.reading.Unreadable;

/**
 * The documents that one verification asks for: each once, few, and all within one time. Used by
 * one thread.
 */
public final class Visit {

  /** What programs call JSON that badges are made of. */
  public static final String JSON =
      "application/ld+json, application/did+json, application/vc, application/json;q=0.9";

  private static final int MOST = 10;
  private static final Duration ONE = Duration.ofSeconds(5);
  private static final Duration ALL = Duration.ofSeconds(12);

  private final Sources sources;
  private final long begun = System.nanoTime();
  private final Map<URI, Served> known = new HashMap<>();

  public Visit(Sources sources) {
    this.sources = sources;
  }

  /**
   * What is at an address, without its fragment.
   *
   * @throws NotServed if there is no answer
   */
  public Served get(String address, String accept) {
    URI uri = uri(address);
    Served before = known.get(uri);
    if (before != null) {
      return before;
    }
    String host = Objects.requireNonNullElse(uri.getHost(), "");
    if (known.size() >= MOST) {
      throw new NotServed(NotServed.Reason.TOO_MANY, host, null);
    }
    Duration rest = ALL.minusNanos(System.nanoTime() - begun);
    if (rest.toMillis() < 1) {
      throw new NotServed(NotServed.Reason.TOO_SLOW, host, null);
    }
    Served served = sources.get(uri, accept, rest.compareTo(ONE) < 0 ? rest : ONE);
    known.put(uri, served);
    return served;
  }

  /**
   * The JSON object at an address.
   *
   * @throws NotServed if there is no answer
   * @throws Unreadable if it is another answer, or no JSON object
   */
  public JsonObject json(String address) {
    Served served = get(address, JSON);
    if (!served.ok()) {
      if (served.passing()) {
        throw NotServed.unreachable(host(address));
      }
      throw new Unreadable("source.missing", host(address), served.status());
    }
    return SafeJson.object(served.text());
  }

  /** The host in an address; empty if there is none. */
  public static String host(String address) {
    try {
      return Objects.requireNonNullElse(new URI(address).getHost(), "");
    } catch (URISyntaxException e) {
      return "";
    }
  }

  private static URI uri(String address) {
    int fragment = address.indexOf('#');
    try {
      return new URI(fragment < 0 ? address : address.substring(0, fragment));
    } catch (URISyntaxException e) {
      throw NotServed.unreachable("");
    }
  }
}
