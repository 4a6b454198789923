package org.badgebridge.launch;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a platform posts to us: each notice by itself, so that a bad one does not stop the
 * others. A platform that sends all of them again changes nothing by it.
 */
@ApplicationScoped
public class ReceiveNotices {

  private static final System.Logger LOG = System.getLogger(ReceiveNotices.class.getName());
  private static final int MOST = 100;

  private final NoticeTokens tokens;
  private final TakenNotices taken;
  private final RefusedLaunches refusals;

  @Inject
  ReceiveNotices(NoticeTokens tokens, TakenNotices taken, RefusedLaunches refusals) {
    this.tokens = tokens;
    this.taken = taken;
    this.refusals = refusals;
  }

  /**
   * Takes all that can be taken. Never within a transaction.
   *
   * @param body {@code {"notices":[{"jwt":…}]}}
   * @throws LaunchRefused if the body is no such thing, or for the first notice that was refused
   */
  void receive(String body) {
    @Nullable LaunchRefused first = null;
    for (String token : tokens(body)) {
      try {
        taken.take(tokens.verify(token));
      } catch (LaunchRefused e) {
        note(e);
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  private List<String> tokens(String body) {
    try {
      Object sent = IdTokens.object(body.getBytes(StandardCharsets.ISO_8859_1)).get("notices");
      if (!(sent instanceof List<?> notices) || notices.size() > MOST) {
        throw new LaunchRefused(Refusal.PARAMETERS);
      }
      List<String> tokens = new ArrayList<>();
      for (Object each : notices) {
        if (!(each instanceof Map<?, ?> notice && notice.get("jwt") instanceof String token)) {
          throw new LaunchRefused(Refusal.PARAMETERS);
        }
        tokens.add(token);
      }
      return tokens;
    } catch (LaunchRefused e) {
      note(e);
      throw e;
    }
  }

  private void note(LaunchRefused refused) {
    try {
      refusals.recordNotice(refused);
    } catch (RuntimeException e) {
      LOG.log(ERROR, "a refused notice left no audit line: " + refused.refusal().slug(), e);
    }
  }
}
