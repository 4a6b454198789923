package org.badgebridge.demo.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP client that keeps cookies the way a browser does for a page in a frame: those of the
 * framing site always, those of the framed one by rule. Follows no redirect by itself.
 */
public final class CookieClient {

  private final HttpClient http =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final CookieRule rule;
  private final String ownHost;
  private final Map<String, Map<String, String>> jar = new LinkedHashMap<>();
  private @Nullable URI shown;

  /** A client whose address bar shows {@code ownHost}. */
  public CookieClient(String ownHost, CookieRule rule) {
    this.ownHost = ownHost;
    this.rule = rule;
  }

  /** Puts a cookie into the jar; {@code name=value}. */
  public void keep(String host, String cookie) {
    int equals = cookie.indexOf('=');
    jar.computeIfAbsent(host, any -> new LinkedHashMap<>())
        .put(cookie.substring(0, equals), cookie.substring(equals + 1));
  }

  /** The cookies kept for a host, by name. */
  public Map<String, String> cookies(String host) {
    return Map.copyOf(jar.getOrDefault(host, Map.of()));
  }

  public ToolPage get(URI address) {
    return send(HttpRequest.newBuilder(address).GET());
  }

  /** Posts a form. */
  public ToolPage post(URI address, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private ToolPage send(HttpRequest.Builder builder) {
    builder
        .timeout(Duration.ofSeconds(30))
        .header("Accept", "text/html,application/xhtml+xml")
        .header("Sec-Fetch-Dest", "iframe")
        .header("Sec-Fetch-Mode", "navigate")
        .header("Sec-Fetch-Site", site(builder.build().uri()));
    String host = builder.build().uri().getHost();
    Map<String, String> kept = jar.getOrDefault(host, Map.of());
    if (!kept.isEmpty()) {
      builder.header(
          "Cookie",
          kept.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    try {
      HttpResponse<String> response =
          http.send(builder.build(), HttpResponse.BodyHandlers.ofString());
      response.headers().allValues("Set-Cookie").forEach(cookie -> take(host, cookie));
      if (response.statusCode() < 300 || response.statusCode() > 399) {
        shown = response.uri();
      }
      return ToolPage.of(response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** How the page that is shown stands to the address, as Fetch Metadata says it. */
  private String site(URI target) {
    URI from = shown;
    return from != null && target.getAuthority().equals(from.getAuthority())
        ? "same-origin"
        : "cross-site";
  }

  private void take(String host, String setCookie) {
    if (!host.equals(ownHost) && !rule.keeps(setCookie)) {
      return;
    }
    String pair = setCookie.split(";", 2)[0];
    if (setCookie.matches("(?i).*;\\s*max-age=0\\b.*")) {
      Map<String, String> kept = jar.get(host);
      if (kept != null) {
        kept.remove(pair.substring(0, pair.indexOf('=')));
      }
    } else {
      keep(host, pair);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
