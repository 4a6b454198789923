package org.badgebridge.award;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Places;
import org.badgebridge.staff.Rights;

/** The one place that says about which awards lecturers, staff and programs may decide. */
@ApplicationScoped
public class AwardsAtHand {

  private static final Set<Actor.Kind> BY_MEMBERSHIP =
      EnumSet.of(Actor.Kind.STAFF, Actor.Kind.CLIENT);

  private final Awards awards;
  private final Rights rights;
  private final Places places;

  @Inject
  public AwardsAtHand(Awards awards, Rights rights, Places places) {
    this.awards = awards;
    this.rights = rights;
    this.places = places;
  }

  /**
   * One award to change, locked.
   *
   * @throws org.badgebridge.problem.ProblemException NOT_FOUND if there is none within reach;
   *     FORBIDDEN for staff of its institution who may not award this badge class
   */
  public DirectAward locked(UUID awardId, Reach reach, Actor actor) {
    UUID course = reach.courseId();
    if (course == null) {
      requireStaff(awards.find(awardId).orElseThrow(Awards::missing).badgeClassId(), actor);
      return awards.locked(awardId);
    }
    DirectAward award = awards.locked(awardId);
    if (!course.equals(award.provenance().courseId())) {
      throw Awards.missing();
    }
    return award;
  }

  /**
   * Lets those pass who may decide about every one of these awards.
   *
   * @throws org.badgebridge.problem.ProblemException as {@link #locked}
   */
  public void requireAll(Collection<UUID> awardIds, Reach reach, Actor actor) {
    UUID course = reach.courseId();
    for (UUID each : awardIds) {
      DirectAward award = awards.find(each).orElseThrow(Awards::missing);
      if (course == null) {
        requireStaff(award.badgeClassId(), actor);
      } else if (!course.equals(award.provenance().courseId())) {
        throw Awards.missing();
      }
    }
  }

  /**
   * Lets those pass who may award a badge class outside any course.
   *
   * @throws org.badgebridge.problem.ProblemException NOT_FOUND for strangers, FORBIDDEN for staff
   *     who may not
   */
  public void requireStaff(UUID badgeClassId, Actor actor) {
    rights.require(actor, Permission.AWARD, places.badgeClass(badgeClassId));
  }

  /**
   * Whether a scheduled award still has somebody to stand for it: rights that were taken away since
   * count for nothing. Lecturers have theirs from the launch in which they gave it.
   */
  boolean stillMay(DirectAward award) {
    Actor scheduler = award.life().scheduler();
    return scheduler == null
        || !BY_MEMBERSHIP.contains(scheduler.kind())
        || rights.may(scheduler, Permission.AWARD, places.badgeClass(award.badgeClassId()));
  }
}
