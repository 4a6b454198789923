package org.badgebridge.external;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request to another system.
 *
 * @param headers names and values; sent as they are
 * @param body the content, or null
 * @param maxBytes the largest answer that is read; a larger one is a refusal
 * @param within the longest the whole exchange may take
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
public record Call(
    String method,
    URI uri,
    Map<String, String> headers,
    byte @Nullable [] body,
    int maxBytes,
    Duration within) {

  /** The largest answer read unless a call says otherwise: 2 MiB. */
  public static final int MAX_BYTES = 2 * 1024 * 1024;

  /** The longest a call may take unless it says otherwise. */
  public static final Duration WITHIN = Duration.ofSeconds(10);

  /** A call with the usual limits. */
  public Call(String method, URI uri, Map<String, String> headers, byte @Nullable [] body) {
    this(method, uri, headers, body, MAX_BYTES, WITHIN);
  }

  /** A GET with the usual limits. */
  public static Call get(URI uri, String accept) {
    return new Call("GET", uri, Map.of("Accept", accept), null);
  }

  /** The same call with tighter limits. */
  public Call limitedTo(int bytes, Duration time) {
    return new Call(method, uri, headers, body, bytes, time);
  }
}
