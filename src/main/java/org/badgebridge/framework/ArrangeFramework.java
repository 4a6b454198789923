package org.badgebridge.framework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;

/** Archives a framework, brings it back or deletes it. Badge classes keep what they chose. */
@ApplicationScoped
public class ArrangeFramework {

  private final Frameworks frameworks;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public ArrangeFramework(Frameworks frameworks, AuditTrail audit, Clock clock) {
    this.frameworks = frameworks;
    this.audit = audit;
    this.clock = clock;
  }

  /** What can be done to a framework. */
  public enum Deed {
    ARCHIVE("archived"),
    RESTORE("restored"),
    DELETE("deleted");

    private final String done;

    Deed(String done) {
      this.done = done;
    }

    static Deed of(String slug) {
      return valueOf(slug.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * Does it.
   *
   * @throws org.badgebridge.problem.ProblemException NOT_FOUND
   */
  @Transactional
  public void arrange(UUID id, Deed deed, Actor actor) {
    Framework framework = frameworks.get(id);
    switch (deed) {
      case ARCHIVE -> framework.archive(clock.instant());
      case RESTORE -> framework.restore();
      case DELETE -> frameworks.remove(framework);
    }
    audit.record(framework.institutionId(), actor, "framework." + deed.done, "framework", id, null);
  }
}
