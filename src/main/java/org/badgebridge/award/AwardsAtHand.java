package org.badgebridge.award;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Places;
import org.badgebridge.staff.Rights;
import org.jspecify.annotations.Nullable;

/** The one place that says about which awards lecturers, staff and programs may decide. */
@ApplicationScoped
public class AwardsAtHand {

  private static final String STAFF_LEFT = Life.OBSTACLE + "staff-left";
  private static final String LECTURER_LEFT = Life.OBSTACLE + "lecturer-left";

  private final Awards awards;
  private final Rights rights;
  private final Places places;
  private final Sql sql;

  @Inject
  public AwardsAtHand(Awards awards, Rights rights, Places places, Sql sql) {
    this.awards = awards;
    this.rights = rights;
    this.places = places;
    this.sql = sql;
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
   * Why nobody stands for a scheduled award any more, as a key; null if whoever scheduled it still
   * does. Staff and programs need their right to award the badge class, lecturers to be one in the
   * course, as its last launches and rosters had it.
   */
  @Nullable String lostRight(DirectAward award) {
    Actor scheduler = award.life().scheduler();
    if (scheduler == null) {
      return null;
    }
    return switch (scheduler.kind()) {
      case STAFF, CLIENT ->
          rights.may(scheduler, Permission.AWARD, places.badgeClass(award.badgeClassId()))
              ? null
              : STAFF_LEFT;
      case LECTURER ->
          teaches(scheduler.id(), award.provenance().courseId()) ? null : LECTURER_LEFT;
      default -> null;
    };
  }

  private boolean teaches(@Nullable UUID lmsUserId, @Nullable UUID courseId) {
    return sql.first(
            "select 1 as found from membership where lms_user_id = ? and course_id = ?"
                + " and role = 'LECTURER' and active = true",
            row -> row.integer("found"),
            lmsUserId,
            courseId)
        .isPresent();
  }
}
