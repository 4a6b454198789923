package org.badgebridge.external;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The one way out to other systems. Every call goes over https to a public address, follows no
 * redirect, and is bounded in time and size, whatever the other side does; plain http and loopback
 * addresses only while we run on a loopback address ourselves.
 */
@ApplicationScoped
public class Outbound {

  private static final Timeout CONNECT = Timeout.ofSeconds(3);
  private static final Timeout SILENCE = Timeout.ofSeconds(10);
  private static final int CONNECTIONS = 64;
  private static final int CONNECTIONS_TO_ONE = 16;

  private final AddressGuard guard;
  private final CloseableHttpClient client;

  @Inject
  public Outbound(PublicOrigin publicOrigin) {
    this(
        new AddressGuard(publicOrigin.loopback()),
        "BadgeBridge/1 (+" + publicOrigin.origin() + ")");
  }

  Outbound(AddressGuard guard, String userAgent) {
    this.guard = guard;
    this.client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(guard)
                    .setMaxConnTotal(CONNECTIONS)
                    .setMaxConnPerRoute(CONNECTIONS_TO_ONE)
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(CONNECT)
                            .setSocketTimeout(SILENCE)
                            .setTimeToLive(TimeValue.ofSeconds(30))
                            .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                            .build())
                    .build())
            .setDefaultRequestConfig(config(SILENCE))
            .setUserAgent(userAgent)
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .build();
  }

  private static RequestConfig config(Timeout silence) {
    return RequestConfig.custom()
        .setConnectionRequestTimeout(CONNECT)
        .setResponseTimeout(silence)
        .setRedirectsEnabled(false)
        .build();
  }

  /**
   * Sends a request and reads the whole answer, whatever its status.
   *
   * @throws ExternalRefusal if the address may not be called
   * @throws AnswerTooLarge if the answer is too large
   * @throws ExternalUnavailable if the other side cannot be reached or is too slow
   */
  public Answer send(Call call) {
    String fault = guard.fault(call.uri());
    if (fault != null) {
      throw new ExternalRefusal(where(call) + ": " + fault, 0);
    }
    HttpUriRequestBase request = new HttpUriRequestBase(call.method(), call.uri());
    call.headers().forEach(request::setHeader);
    if (call.within().compareTo(SILENCE.toDuration()) > 0) {
      request.setConfig(config(Timeout.of(call.within()))); // who waits longer lets it think longer
    }
    byte[] body = call.body();
    if (body != null) {
      request.setEntity(new ByteArrayEntity(body, null));
    }
    CompletableFuture<Void> deadline = new CompletableFuture<>();
    CompletableFuture<Void> unused = deadline.thenRun(request::cancel);
    deadline.completeOnTimeout(null, call.within().toMillis(), TimeUnit.MILLISECONDS);
    try {
      return client.execute(request, response -> read(response, call));
    } catch (IOException e) {
      throw failure(call, e, deadline.isDone());
    } finally {
      deadline.cancel(false);
    }
  }

  /**
   * The same for a call that carries no secret, going where the answer leads, up to so many times.
   * Every address is checked as the first is, and all together take no longer than the call may.
   */
  public Answer follow(Call call, int most) {
    long begun = System.nanoTime();
    Call next = call;
    for (int left = most; ; left--) {
      Answer answer = send(next);
      String location = answer.status() / 100 == 3 ? answer.header("Location") : null;
      if (location == null) {
        return answer;
      }
      if (left == 0) {
        throw new ExternalRefusal(where(call) + " leads on too often", answer.status());
      }
      Duration rest = call.within().minusNanos(System.nanoTime() - begun);
      if (rest.toMillis() < 1) {
        throw new ExternalTooSlow(where(call) + " led on for too long", null);
      }
      next =
          new Call(
              call.method(), target(next, location), call.headers(), null, call.maxBytes(), rest);
    }
  }

  private static URI target(Call from, String location) {
    try {
      return from.uri().resolve(new URI(location));
    } catch (URISyntaxException e) {
      throw new ExternalRefusal(where(from) + " leads to no address", 0, e);
    }
  }

  private static RuntimeException failure(Call call, IOException cause, boolean late) {
    if (cause instanceof TooLarge) {
      return new AnswerTooLarge(
          where(call) + " answered more than " + call.maxBytes() + " bytes", cause);
    }
    if (cause.getCause() instanceof AddressGuard.Forbidden forbidden) {
      return new ExternalRefusal(where(call) + ": " + forbidden.getMessage(), 0, cause);
    }
    if (late) {
      return new ExternalTooSlow(
          where(call) + " took longer than " + call.within().toSeconds() + " s", cause);
    }
    String why =
        cause instanceof UnknownHostException ? "no such host" : cause.getClass().getSimpleName();
    return new ExternalUnavailable(where(call) + " cannot be reached: " + why, null, cause);
  }

  /** The address without its query, which may hold what logs must not. */
  private static String where(Call call) {
    return call.uri().getScheme() + "://" + call.uri().getAuthority() + call.uri().getPath();
  }

  private static Answer read(ClassicHttpResponse response, Call call) throws IOException {
    Map<String, List<String>> headers = new HashMap<>();
    for (Header each : response.getHeaders()) {
      headers
          .computeIfAbsent(each.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(each.getValue());
    }
    byte[] body = new byte[0];
    if (response.getEntity() != null) {
      body = upTo(response.getEntity().getContent(), call.maxBytes());
    }
    return new Answer(response.getCode(), headers, body);
  }

  private static byte[] upTo(InputStream content, int maxBytes) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    int count;
    while ((count = content.read(buffer)) >= 0) {
      if (read.size() + count > maxBytes) {
        throw new TooLarge();
      }
      read.write(buffer, 0, count);
    }
    return read.toByteArray();
  }

  private static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  @PreDestroy
  void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
