package org.badgebridge.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.Throttle;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what was refused to people nobody knows. Every refusal has its line in ordinary use;
 * of a flood only the first of each minute have one, so that whoever sends it cannot fill the
 * database. The others are counted, and the next line says how many they were.
 */
@ApplicationScoped
public class RefusalTrail {

  /** Lines for one action and subject, on each node. */
  static final int A_MINUTE = 30;

  static final int A_DAY = 1_000;

  private final AuditTrail audit;
  private final Throttle minute;
  private final Throttle day;

  /** By action and subject: few, since subjects are rows of ours. */
  private final Map<String, Integer> leftOut = new ConcurrentHashMap<>();

  @Inject
  public RefusalTrail(AuditTrail audit, Clock clock) {
    this.audit = audit;
    this.minute = new Throttle(clock, A_MINUTE, Duration.ofMinutes(1));
    this.day = new Throttle(clock, A_DAY, Duration.ofDays(1));
  }

  /**
   * Records one refusal, or counts it. Needs the caller's transaction. The parameters are those of
   * {@link AuditTrail#record}; {@code (+12)} behind the reason means that twelve more had no line.
   *
   * @param subjectId of something stored, never what a stranger sent; null for what is unknown
   */
  public void record(
      @Nullable UUID institutionId,
      Actor actor,
      String action,
      String subjectKind,
      @Nullable UUID subjectId,
      @Nullable String reason) {
    String key = action + " " + subjectId;
    if (!minute.allows(key) || !day.allows(key)) {
      leftOut.merge(key, 1, Integer::sum);
      return;
    }
    Integer more = leftOut.remove(key);
    String told = reason == null ? "" : reason;
    audit.record(
        institutionId,
        actor,
        action,
        subjectKind,
        subjectId,
        more == null ? reason : (told + " (+" + more + ")").strip());
  }
}
