package org.badgebridge.demo;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.badgebridge.demo.http.Reply;
import org.badgebridge.demo.http.Routes;
import org.jspecify.annotations.Nullable;

/**
 * What is broken at the campus just now, and how often each of its services was asked.
 *
 * <p>Safe for use by several threads.
 */
public final class Failures {

  /** What can break. */
  public enum Part {
    JWKS("Signing keys"),
    TOKEN("Access tokens"),
    LINE_ITEMS("Line items"),
    RESULTS("Results"),
    SCORES("Scores"),
    MEMBERS("Names and roles"),
    WEB_SERVICES("Web services"),
    NOTICES("Notice handlers");

    private final String title;

    Part(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  /** How it breaks. */
  public enum Mode {
    DOWN("Down: answers 503"),
    SLOW("Slow: answers after 15 seconds"),
    NONSENSE("Nonsense: answers 200 with a web page"),
    UNAUTHORIZED_ONCE("Answers 401 once, then works"),
    TOO_MANY("Busy: answers 429 with Retry-After"),
    RATE_LIMITED("Busy as Canvas is: answers 403, rate limit exceeded");

    private final String title;

    Mode(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  private final Map<Part, Mode> broken = new EnumMap<>(Part.class);
  private final Map<Part, AtomicInteger> asked = new EnumMap<>(Part.class);
  private Duration delay = Duration.ofSeconds(15);
  private Duration retryAfter = Duration.ofSeconds(7);

  Failures() {
    for (Part part : Part.values()) {
      asked.put(part, new AtomicInteger());
    }
  }

  public synchronized void set(Part part, Mode mode) {
    broken.put(part, mode);
  }

  /** How long {@link Mode#SLOW} takes. */
  public synchronized void delay(Duration now) {
    delay = now;
  }

  /** The wait {@link Mode#TOO_MANY} asks for. */
  public synchronized void retryAfter(Duration now) {
    retryAfter = now;
  }

  public synchronized void repair(Part part) {
    broken.remove(part);
  }

  public synchronized void repairAll() {
    broken.clear();
  }

  public synchronized @Nullable Mode of(Part part) {
    return broken.get(part);
  }

  /** How many requests the part has had since the start, failed ones included. */
  public int asked(Part part) {
    return counter(part).get();
  }

  /** The handler, failing whenever its part is broken. */
  Routes.Handler guard(Part part, Routes.Handler handler) {
    return request -> {
      counter(part).incrementAndGet();
      Reply failure = failure(part);
      return failure == null ? handler.handle(request) : failure;
    };
  }

  private AtomicInteger counter(Part part) {
    return Objects.requireNonNull(asked.get(part));
  }

  private @Nullable Reply failure(Part part) {
    Mode mode;
    Duration wait;
    synchronized (this) {
      mode = broken.get(part);
      wait = delay;
      if (mode == Mode.UNAUTHORIZED_ONCE) {
        broken.remove(part);
      }
    }
    if (mode == null) {
      return null;
    }
    return switch (mode) {
      case DOWN -> Reply.text(503, "Service unavailable");
      case NONSENSE ->
          Reply.of(200, "text/html", "<html><body>Scheduled maintenance</body></html>");
      case UNAUTHORIZED_ONCE -> Reply.text(401, "Unauthorized");
      case TOO_MANY ->
          Reply.text(429, "Slow down").with("Retry-After", Long.toString(retryAfter.toSeconds()));
      case RATE_LIMITED -> Reply.text(403, "403 Forbidden (Rate Limit Exceeded)\n");
      case SLOW -> {
        sleep(wait);
        yield null;
      }
    };
  }

  private static void sleep(Duration wait) {
    try {
      Thread.sleep(wait.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
