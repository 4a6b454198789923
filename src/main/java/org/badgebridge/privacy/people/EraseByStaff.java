package org.badgebridge.privacy.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.badgebridge.database.Ids;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.way.WayNotice;
import org.badgebridge.identity.way.WayNotices;
import org.badgebridge.institution.Institutions;
import org.badgebridge.jobs.Jobs;
import org.badgebridge.privacy.AskForErasure;
import org.badgebridge.privacy.Erasures;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/**
 * An institution has somebody erased, for a reason. Who is erased is told at every mailbox that we
 * know, and can call it off as if they had asked themselves.
 */
@ApplicationScoped
public class EraseByStaff {

  private final KnownPeople people;
  private final AskForErasure asking;
  private final Erasures erasures;
  private final Institutions institutions;
  private final WayNotices notices;
  private final Jobs jobs;
  private final Clock clock;

  @Inject
  @SuppressWarnings("TooManyParameters") // who, what, and whom to tell
  public EraseByStaff(
      KnownPeople people,
      AskForErasure asking,
      Erasures erasures,
      Institutions institutions,
      WayNotices notices,
      Jobs jobs,
      Clock clock) {
    this.people = people;
    this.asking = asking;
    this.erasures = erasures;
    this.institutions = institutions;
    this.notices = notices;
    this.jobs = jobs;
    this.clock = clock;
  }

  /**
   * Whether somebody may have a person erased for an institution: operators always, others only
   * whom no other institution knows, because everything goes, wherever it was earned.
   */
  static boolean may(KnownPeople.Portrait portrait, Actor actor) {
    return actor.kind() == Actor.Kind.ADMINISTRATOR || !portrait.elsewhere();
  }

  /**
   * Asks for it; while an erasure waits for them already, nothing changes.
   *
   * @param actor an administrator of the institution, or an operator
   * @throws ProblemException NOT_FOUND if the institution knows nobody by that id, FORBIDDEN if
   *     another does, too, and the actor is no operator
   */
  @Transactional
  public void ask(UUID institutionId, UUID personId, Erasures.Ground ground, Actor actor) {
    KnownPeople.Portrait portrait = required(institutionId, personId);
    if (!may(portrait, actor)) {
      throw new ProblemException(ProblemType.FORBIDDEN, "privacy.people.elsewhere");
    }
    if (erasures.waiting(personId).isPresent()) {
      return;
    }
    asking.ask(personId, new Erasures.Wish(institutionId, ground), actor);
    people.mailboxes(personId).forEach(each -> tell(each, institutionId));
  }

  /**
   * Calls off what this institution asked for; anything else stays.
   *
   * @throws ProblemException NOT_FOUND if the institution knows nobody by that id
   */
  @Transactional
  public void callOff(UUID institutionId, UUID personId, Actor actor) {
    required(institutionId, personId);
    boolean own =
        erasures
            .waiting(personId)
            .filter(each -> institutionId.equals(each.wish().institutionId()))
            .isPresent();
    if (own) {
      asking.callOff(personId, actor);
    }
  }

  private KnownPeople.Portrait required(UUID institutionId, UUID personId) {
    return people
        .portrait(institutionId, personId)
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
  }

  private void tell(KnownPeople.Mailbox mailbox, UUID institutionId) {
    UUID id =
        notices.owe(
            new WayNotice(
                Ids.next(),
                mailbox.address(),
                WayNotice.What.ERASURE,
                institutions.get(institutionId).name(mailbox.language()),
                "",
                null,
                mailbox.language()));
    jobs.schedule(WayNotices.SENDING, id.toString(), id.toString(), clock.instant());
  }
}
