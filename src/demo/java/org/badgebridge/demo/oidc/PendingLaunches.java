package org.badgebridge.demo.oidc;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Launches under way: a hint serves once, the address a deep link returns to likewise. */
public final class PendingLaunches {

  private final Map<String, Pending> hints = new ConcurrentHashMap<>();
  private final Map<String, Pending> returns = new ConcurrentHashMap<>();

  void begin(Pending launch) {
    hints.put(launch.id(), launch);
  }

  /** Takes the launch of a hint; null when there is none or it was taken before. */
  @Nullable Pending take(String id) {
    return hints.remove(id);
  }

  void expectReturn(Pending launch) {
    returns.put(launch.id(), launch);
  }

  @Nullable Pending returning(String id) {
    return returns.get(id);
  }

  void returned(Pending launch) {
    returns.remove(launch.id());
  }
}
