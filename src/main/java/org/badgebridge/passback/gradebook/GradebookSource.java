package org.badgebridge.passback.gradebook;

import static java.lang.System.Logger.Level.INFO;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.badgebridge.course.Activity;
import org.badgebridge.passback.Evidence;
import org.badgebridge.passback.EvidenceItem;
import org.badgebridge.passback.EvidenceSource;
import org.badgebridge.passback.Fact;
import org.badgebridge.passback.Look;
import org.badgebridge.passback.RecordFacts;
import org.badgebridge.passback.Target;
import org.badgebridge.roster.Memberships;
import org.jspecify.annotations.Nullable;

/**
 * Reads the scores of our own line items: the one coupled to a placement, or one that we made and
 * that a lecturer fills or calculates in the gradebook. Only learners of the course count.
 */
@ApplicationScoped
public class GradebookSource implements EvidenceSource {

  /** The name of this source in evidence. */
  public static final String NAME = "gradebook";

  private static final System.Logger LOG = System.getLogger(GradebookSource.class.getName());

  private final Gradebook gradebook;
  private final Memberships memberships;
  private final Evidence evidence;
  private final RecordFacts recordFacts;
  private final Clock clock;

  @Inject
  GradebookSource(
      Gradebook gradebook,
      Memberships memberships,
      Evidence evidence,
      RecordFacts recordFacts,
      Clock clock) {
    this.gradebook = gradebook;
    this.memberships = memberships;
    this.evidence = evidence;
    this.recordFacts = recordFacts;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Duration spacing() {
    return Duration.ofMinutes(5);
  }

  @Override
  public boolean covers(Target target) {
    return target.watched().asksScore()
        && lineItem(target) != null
        && target.course().agsScopes().contains(AgsScopes.RESULT_READ_ONLY);
  }

  @Override
  public Look look(Target target) {
    String url = Objects.requireNonNull(lineItem(target));
    List<Result> results = gradebook.results(target.platformId(), url);
    Map<String, UUID> learners = memberships.learnersBySub(target.course().id());
    Map<UUID, EvidenceItem> known = new HashMap<>();
    evidence
        .of(target.activity().id(), Fact.Kind.SCORED)
        .forEach(item -> known.put(item.lmsUserId(), item));
    List<Fact> facts = new ArrayList<>();
    int strangers = 0;
    for (Result result : results) {
      UUID user = learners.get(result.userId());
      if (user == null) {
        strangers++;
      } else if (!same(result, known.get(user))) {
        facts.add(fact(target, user, result, known.get(user)));
      }
    }
    if (strangers > 0) {
      LOG.log(
          INFO,
          "activity={0}: scores of {1} users who are no learners here are left out",
          target.activity().id(),
          strangers);
    }
    return Look.done(recordFacts.all(facts) > 0);
  }

  private static @Nullable String lineItem(Target target) {
    if (target.activity().kind() == Activity.Kind.LINE_ITEM) {
      return target.activity().reference();
    }
    return target.link() == null ? null : target.link().lineitemUrl();
  }

  private static boolean same(Result result, @Nullable EvidenceItem known) {
    return known != null
        && Objects.equals(known.score(), result.score())
        && Objects.equals(known.maximum(), result.maximum());
  }

  /**
   * A score without a time, or a changed one with an old time, became true when we saw it: a
   * gradebook shows what holds now, and a later look is never older.
   */
  private Fact fact(Target target, UUID user, Result result, @Nullable EvidenceItem known) {
    Instant at = result.at();
    boolean stale = known != null && at != null && !at.isAfter(known.occurredAt());
    if (at == null || (stale && known != null && NAME.equals(known.source()))) {
      at = clock.instant();
    }
    UUID activityId = target.activity().id();
    String key =
        String.join(
            ":",
            activityId.toString(),
            user.toString(),
            String.valueOf(result.score()),
            String.valueOf(result.maximum()),
            at.toString());
    return new Fact(
        target.institutionId(),
        NAME,
        key,
        activityId,
        user,
        Fact.Kind.SCORED,
        result.score(),
        result.maximum(),
        at);
  }
}
