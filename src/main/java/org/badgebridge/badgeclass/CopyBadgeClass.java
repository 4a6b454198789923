package org.badgebridge.badgeclass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.badgeclass.content.BadgeContent;
import org.badgebridge.badgeclass.content.ContentFaults;
import org.badgebridge.identity.Actor;
import org.badgebridge.web.Words;

/** Makes a draft that says what another badge class says. */
@ApplicationScoped
public class CopyBadgeClass {

  private final BadgeClasses badgeClasses;
  private final Authority authority;
  private final Words words;
  private final BadgeChanges changes;
  private final Clock clock;

  @Inject
  public CopyBadgeClass(
      BadgeClasses badgeClasses,
      Authority authority,
      Words words,
      BadgeChanges changes,
      Clock clock) {
    this.badgeClasses = badgeClasses;
    this.authority = authority;
    this.words = words;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Makes it, under the same issuer, with a name that says it is a copy.
   *
   * @param locale of who copies
   * @throws org.badgebridge.problem.ProblemException FORBIDDEN or NOT_FOUND
   */
  @Transactional
  public BadgeClass copy(UUID id, UUID institutionId, Actor actor, Locale locale) {
    BadgeClass original = badgeClasses.inInstitution(id, institutionId);
    authority.requireCreate(actor, original.issuerId());
    BadgeContent content = original.content();
    String name = words.text(locale, "badgeclass.copy-of", content.name());
    BadgeClass copy =
        new BadgeClass(
            UUID.randomUUID(),
            original.issuerId(),
            content.named(name.substring(0, Math.min(name.length(), ContentFaults.NAME))),
            Authority.author(actor),
            clock.instant());
    badgeClasses.add(copy);
    changes.tell(institutionId, actor, "copied", copy.id());
    return copy;
  }
}
