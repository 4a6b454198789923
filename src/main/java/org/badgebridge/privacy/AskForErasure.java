package org.badgebridge.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.jobs.Jobs;

/**
 * Somebody wants everything about them gone. It goes after some days, in which they can think
 * better of it; until then all is as it was.
 */
@ApplicationScoped
public class AskForErasure {

  /** How long it can be called off. */
  public static final Duration COOL_DOWN = Duration.ofDays(7);

  private final Erasures erasures;
  private final Jobs jobs;
  private final AuditTrail audit;
  private final Sql sql;
  private final Clock clock;

  @Inject
  public AskForErasure(Erasures erasures, Jobs jobs, AuditTrail audit, Sql sql, Clock clock) {
    this.erasures = erasures;
    this.jobs = jobs;
    this.audit = audit;
    this.sql = sql;
    this.clock = clock;
  }

  /** Asks for one's own, as {@link #ask(UUID, Erasures.Wish, Actor)}. */
  @Transactional
  public UUID ask(UUID personId, Actor actor) {
    return ask(personId, Erasures.Wish.OWN, actor);
  }

  /**
   * Asks. Twice is once.
   *
   * @return the number of the receipt
   */
  @Transactional
  public UUID ask(UUID personId, Erasures.Wish wish, Actor actor) {
    lock(personId);
    Optional<Erasures.Erasure> waiting = erasures.waiting(personId);
    if (waiting.isPresent()) {
      return waiting.get().id();
    }
    Instant due = clock.instant().plus(COOL_DOWN);
    UUID id = erasures.add(personId, wish, due);
    jobs.schedule(ErasePerson.NAME, id.toString(), id.toString(), due);
    audit.record(
        wish.institutionId(),
        actor,
        "erasure.asked",
        "erasure",
        id,
        wish.ground() == null ? null : wish.ground().name());
    return id;
  }

  /** Thinks better of it; if nothing waits, nothing changes. */
  @Transactional
  public void callOff(UUID personId, Actor actor) {
    lock(personId);
    erasures
        .waiting(personId)
        .filter(each -> erasures.callOff(each.id()))
        .ifPresent(
            each -> audit.record(null, actor, "erasure.called-off", "erasure", each.id(), null));
  }

  private void lock(UUID personId) {
    sql.list("select id from person where id = ? for update", row -> row.uuid("id"), personId);
  }
}
