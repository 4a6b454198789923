package org.badgebridge.advisor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.credential.Credentials;
import org.badgebridge.database.Ids;
import org.badgebridge.identity.Actor;
import org.badgebridge.jobs.Jobs;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** A learner lets an advisor see something for a time, and owes the advisor a message. */
@ApplicationScoped
public class GrantAdvisor {

  /** Grants of one learner that are open at the same time. */
  static final int MOST = 20;

  /** Grants of one learner in a day: each is a message to whatever address they name. */
  static final int A_DAY = 10;

  private final Grants grants;
  private final Credentials credentials;
  private final Jobs jobs;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public GrantAdvisor(
      Grants grants, Credentials credentials, Jobs jobs, AuditTrail audit, Clock clock) {
    this.grants = grants;
    this.credentials = credentials;
    this.jobs = jobs;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Grants it.
   *
   * @param language of the message
   * @return its id
   * @throws org.badgebridge.problem.InvalidFields if the wish cannot be
   * @throws ProblemException NOT_FOUND if a badge is not this person's, CONFLICT if they have as
   *     many as they can have, TOO_MANY if they made as many today
   */
  @Transactional
  public UUID grant(UUID personId, GrantWish wish, Actor actor, Locale language) {
    wish.check();
    Set<UUID> chosen = wish.badges() == Grant.Badges.CHOSEN ? wish.credentials() : Set.of();
    chosen.forEach(each -> credentials.ofOwner(each, personId));
    if (grants.openOnes(personId) >= MOST) {
      throw new ProblemException(ProblemType.CONFLICT, "advisor.too-many", MOST);
    }
    Instant now = clock.instant();
    if (grants.madeSince(personId, now.minus(Duration.ofDays(1))) >= A_DAY) {
      throw new ProblemException(ProblemType.TOO_MANY, "advisor.too-many-today", A_DAY);
    }
    UUID id = Ids.next();
    Instant until = now.plus(wish.lasts());
    grants.add(
        new Grant(
            id,
            personId,
            wish.advisor(),
            wish.email(),
            wish.purpose(),
            language,
            wish.badges(),
            wish.looks(),
            now,
            until,
            null,
            null,
            null),
        chosen);
    jobs.schedule(Grants.SENDING, id.toString(), id.toString(), now);
    audit.record(null, actor, "advisor.granted", "advisor-grant", id, "until " + until);
    return id;
  }
}
