package org.badgebridge.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.badgebridge.demo.client.ToolPage;

/** What the script of a page in the frame does: htmx requests that carry the launch's bearer. */
final class Frame {

  private static final Pattern BEARER = Pattern.compile("data-bearer=\"([^\"]+)\"");
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final URI tool;
  private final String bearer;

  private Frame(URI tool, String bearer) {
    this.tool = tool;
    this.bearer = bearer;
  }

  /** The frame that shows this answer to a launch. */
  static Frame of(ToolPage page) {
    Matcher found = BEARER.matcher(page.body());
    if (page.status() != 200 || !found.find()) {
      throw new IllegalStateException("no launch: " + page.status() + " " + page.body());
    }
    return new Frame(page.address().resolve("/"), found.group(1));
  }

  ToolPage get(String path) {
    return send(request(path).GET());
  }

  ToolPage post(String path, Map<String, String> fields) {
    return send(path, "application/x-www-form-urlencoded", form(fields));
  }

  /** Posts a body of any type. */
  ToolPage send(String path, String type, String body) {
    return send(
        request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Posts, and fails unless the answer is 200. */
  ToolPage press(String path, Map<String, String> fields) {
    ToolPage answer = post(path, fields);
    if (answer.status() != 200) {
      throw new IllegalStateException(path + ": " + answer.status() + " " + answer.body());
    }
    return answer;
  }

  /** The first group of what the text holds. */
  static String found(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      throw new IllegalStateException("no " + pattern + " in " + text);
    }
    return found.group(1);
  }

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(tool.resolve(path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + bearer)
        .header("Accept", "*/*")
        .header("HX-Request", "true")
        .header("Sec-Fetch-Site", "same-origin");
  }

  private static ToolPage send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new ToolPage(response.uri(), response.statusCode(), response.body(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
