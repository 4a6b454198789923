package org.badgebridge.login;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.badgebridge.testing.NodePackage;

/**
 * An OpenID provider of other people ({@code src/test/openid-provider}) on a free port, and a
 * browser at it that keeps its cookies.
 */
public final class RealProvider implements AutoCloseable {

  public static final String CLIENT = "badge bridge:1";
  public static final String SECRET = "a secret/with+odd:signs%";

  private static final Pattern ISSUER = Pattern.compile("\\{\"issuer\":\"([^\"]+)\"}");
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String PACKAGE = "openid-provider";
  private static final int REDIRECTS = 8;

  public final String issuer;
  private final Process process;
  private final Path output;

  private RealProvider(Process process, Path output, String issuer) {
    this.process = process;
    this.output = output;
    this.issuer = issuer;
  }

  /** Brings the program here. */
  public static void install() throws IOException, InterruptedException {
    NodePackage.install(PACKAGE);
  }

  /** Starts one that answers to this address. */
  public static RealProvider start(String redirect) throws IOException, InterruptedException {
    Path folder = NodePackage.folder(PACKAGE);
    Path output = Files.createTempFile("openid-provider", ".txt");
    Process process =
        NodePackage.start(folder, output, "node", "provider.mjs", CLIENT, SECRET, redirect);
    while (process.isAlive()) {
      Matcher found = ISSUER.matcher(Files.readString(output, StandardCharsets.UTF_8));
      if (found.find()) {
        return new RealProvider(process, output, found.group(1));
      }
      process.waitFor(50, TimeUnit.MILLISECONDS);
    }
    throw new IllegalStateException(Files.readString(output, StandardCharsets.UTF_8));
  }

  /** Goes where we send a browser, logs in, and gives the parameters of the answer. */
  Map<String, String> answer(URI begun) throws IOException, InterruptedException {
    Map<String, String> cookies = new HashMap<>();
    URI at = begun;
    for (int i = 0; i < REDIRECTS; i++) {
      HttpResponse<String> response =
          HTTP.send(
              HttpRequest.newBuilder(at).header("Cookie", header(cookies)).build(),
              HttpResponse.BodyHandlers.ofString());
      response.headers().allValues("Set-Cookie").forEach(each -> keep(cookies, each));
      at = at.resolve(response.headers().firstValue("Location").orElseThrow());
      if (!at.toString().startsWith(issuer)) {
        return parameters(at);
      }
    }
    throw new IllegalStateException("too many redirects, at " + at);
  }

  static Map<String, String> parameters(URI at) {
    Map<String, String> parameters = new HashMap<>();
    for (String each : at.getRawQuery().split("&", -1)) {
      int equals = each.indexOf('=');
      parameters.put(
          each.substring(0, equals),
          URLDecoder.decode(each.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return parameters;
  }

  private static String header(Map<String, String> cookies) {
    return cookies.entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining("; "));
  }

  private static void keep(Map<String, String> cookies, String header) {
    String pair = header.split(";", 2)[0];
    int equals = pair.indexOf('=');
    cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    process.onExit().join();
    Files.delete(output);
  }
}
