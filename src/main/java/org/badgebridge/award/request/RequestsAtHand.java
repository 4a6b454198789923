package org.badgebridge.award.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.UUID;
import org.badgebridge.award.AwardsAtHand;
import org.badgebridge.award.Reach;
import org.badgebridge.identity.Actor;

/** The one place that says about which requests lecturers and staff may decide. */
@ApplicationScoped
public class RequestsAtHand {

  private final Requests requests;
  private final AwardsAtHand atHand;

  @Inject
  public RequestsAtHand(Requests requests, AwardsAtHand atHand) {
    this.requests = requests;
    this.atHand = atHand;
  }

  /**
   * One request, to look at.
   *
   * @throws org.badgebridge.problem.ProblemException NOT_FOUND if there is none within reach;
   *     FORBIDDEN for staff of its institution who may not award this badge class
   */
  public AwardRequest get(UUID id, Reach reach, Actor actor) {
    AwardRequest request = requests.find(id).orElseThrow(Requests::missing);
    UUID course = reach.courseId();
    if (course == null) {
      atHand.requireStaff(request.badgeClassId(), actor);
    } else if (!course.equals(request.courseId())) {
      throw Requests.missing();
    }
    return request;
  }

  /** The same, locked. */
  AwardRequest locked(UUID id, Reach reach, Actor actor) {
    get(id, reach, actor);
    return requests.locked(id);
  }

  /**
   * Lets those pass who may decide about every one of these requests.
   *
   * @throws org.badgebridge.problem.ProblemException as {@link #get}
   */
  void requireAll(Collection<UUID> ids, Reach reach, Actor actor) {
    ids.forEach(each -> get(each, reach, actor));
  }
}
