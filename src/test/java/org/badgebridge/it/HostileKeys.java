package org.badgebridge.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One platform for each way in which a key set can be wrong, and one whose set is right. Each signs
 * with a key of its own that its set would lead to, if anybody believed the set.
 */
final class HostileKeys implements AutoCloseable {

  /** What is wrong with the set. */
  enum Kind {
    /** Nothing. */
    GOOD,
    /** The key is one of 10,000. */
    MANY,
    /** Five mebibytes stand behind the key. */
    HUGE,
    /** The set is elsewhere. */
    REDIRECT,
    /** The answer comes after 40 seconds. */
    SLOW,
    /** The modulus has 512 bits. */
    WEAK,
    /** The key is a shared secret. */
    OCT;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The key id of every key that signs. */
  static final String KID = "k";

  static final String CLIENT = "hostile-keys";
  private static final int DELAY_SECONDS = 40;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<Kind, KeyPair> keys = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();

  HostileKeys() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    for (Kind kind : Kind.values()) {
      keys.put(kind, pair(kind == Kind.WEAK ? 512 : 2048));
    }
    server.createContext("/", this::answer);
    server.start();
  }

  private static KeyPair pair(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String base() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  String issuer(Kind kind) {
    return base() + "/" + kind;
  }

  /** A file for {@code lti-config/platforms}. */
  String registration(Kind kind) {
    return """
        {"institution": "Demo University", "product": "generic", "issuer": "%1$s",
         "client_id": "%2$s", "auth_login_url": "%1$s/auth", "auth_token_url": "%1$s/token",
         "key_set_url": "%1$s/keys", "deployment_ids": ["1"]}
        """
        .formatted(issuer(kind), CLIENT);
  }

  /** How often the set was asked for; of a redirected one, what it leads to. */
  int asked(Kind kind) {
    return counter(kind == Kind.REDIRECT ? "/good-copy" : "/" + kind + "/keys").get();
  }

  private AtomicInteger counter(String path) {
    return asked.computeIfAbsent(path, any -> new AtomicInteger());
  }

  /** A token of that platform, signed as it should be. */
  String token(Kind kind, String kid, String payload) {
    try {
      String signed = base64("{\"alg\":\"RS256\",\"kid\":\"" + kid + "\"}") + "." + base64(payload);
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key(kind).getPrivate());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private KeyPair key(Kind kind) {
    return Objects.requireNonNull(keys.get(kind));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      counter(path).incrementAndGet();
      for (Kind kind : Kind.values()) {
        if (path.equals("/" + kind + "/keys")) {
          send(exchange, kind);
          return;
        }
      }
      write(exchange, path.equals("/good-copy") ? set(rsa(Kind.REDIRECT, KID)) : set(""));
    }
  }

  private void send(HttpExchange exchange, Kind kind) throws IOException {
    if (kind == Kind.REDIRECT) {
      exchange.getResponseHeaders().add("Location", base() + "/good-copy");
      exchange.sendResponseHeaders(302, -1);
      return;
    }
    if (kind == Kind.SLOW) {
      try {
        TimeUnit.SECONDS.sleep(DELAY_SECONDS);
      } catch (InterruptedException e) {
        return; // the tests are over
      }
    }
    write(exchange, body(kind));
  }

  private String body(Kind kind) {
    return switch (kind) {
      case OCT ->
          set("{\"kty\":\"oct\",\"kid\":\"" + KID + "\",\"k\":\"" + base64("secret") + "\"}");
      case HUGE -> set(rsa(kind, KID)) + " ".repeat(5 << 20);
      case MANY ->
          set(
              IntStream.range(0, 10_000)
                  .mapToObj(i -> rsa(kind, i == 0 ? KID : KID + i))
                  .collect(Collectors.joining(",")));
      default -> set(rsa(kind, KID));
    };
  }

  private static String set(String keys) {
    return "{\"keys\":[" + keys + "]}";
  }

  private String rsa(Kind kind, String kid) {
    RSAPublicKey key = (RSAPublicKey) key(kind).getPublic();
    return "{\"kty\":\"RSA\",\"kid\":\""
        + kid
        + "\",\"n\":\""
        + number(key.getModulus())
        + "\",\"e\":\""
        + number(key.getPublicExponent())
        + "\"}";
  }

  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    return bytes[0] == 0 ? base64(Arrays.copyOfRange(bytes, 1, bytes.length)) : base64(bytes);
  }

  private static String base64(String text) {
    return base64(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static void write(HttpExchange exchange, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
