package org.badgebridge.passback.builtin;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a source stands at a platform.
 *
 * @param courses that are known
 * @param withRoster in how many of them the platform offers the members
 * @param scopes in how many of them each gradebook scope was granted by the last launch
 * @param lookedAt the last look of the source; null if there was none
 * @param workedAt the last look that succeeded; null if there was none
 * @param failing activities at which the last look failed
 * @param held activities at which a person must look first
 * @param trouble what the platform's service fails with at present; null if with nothing
 * @param launches of restricted links by learners, lately
 */
public record Standing(
    long courses,
    long withRoster,
    Map<String, Long> scopes,
    @Nullable Instant lookedAt,
    @Nullable Instant workedAt,
    long failing,
    long held,
    @Nullable String trouble,
    @Nullable Instant troubleAt,
    long launches) {

  public Standing {
    scopes = Map.copyOf(scopes);
  }

  /** In how many courses a scope is granted. */
  public long granted(String scope) {
    return scopes.getOrDefault(scope, 0L);
  }
}
