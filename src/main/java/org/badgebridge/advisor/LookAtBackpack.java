package org.badgebridge.advisor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.credential.disclosure.SeenBadge;

/** An advisor looks, and the learner can read that they did. */
@ApplicationScoped
public class LookAtBackpack {

  private final SeenBackpacks seen;
  private final LookLog log;

  @Inject
  public LookAtBackpack(SeenBackpacks seen, LookLog log) {
    this.seen = seen;
    this.log = log;
  }

  /** All that an open grant lets be seen. */
  @Transactional
  public SeenBackpack all(Grant grant, Locale reader) {
    log.note(grant.id(), LookLog.What.PAGE, null);
    return seen.of(grant, reader);
  }

  /**
   * One badge of it.
   *
   * @throws org.badgebridge.problem.ProblemException NOT_FOUND if it is not among them
   */
  @Transactional
  public SeenBadge badge(Grant grant, UUID credentialId) {
    SeenBadge badge = seen.badge(grant, credentialId);
    log.note(grant.id(), LookLog.What.BADGE, credentialId);
    return badge;
  }
}
