package org.badgebridge.deeplinking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.badgebridge.badgeclass.AwardableBadges;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.course.Course;
import org.badgebridge.launch.LaunchSession;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.rule.AttachBadge;
import org.badgebridge.rule.Attachment;
import org.badgebridge.rule.RuleTree;

/**
 * Makes the attachments that a lecturer wishes, as drafts. The gradebook may be called on the way,
 * so this is no transaction: each attachment is one, and a column that was made is found again.
 */
@ApplicationScoped
public class AddBadges {

  /** Of a column that a lecturer types grades into. */
  private static final double POINTS = 100;

  /** Of a column that only shows whether there is a badge, so that it weighs next to nothing. */
  private static final double SHOWN = 1;

  private final AwardableBadges awardable;
  private final WishedRule wishedRule;
  private final AttachBadge attachBadge;

  @Inject
  public AddBadges(AwardableBadges awardable, WishedRule wishedRule, AttachBadge attachBadge) {
    this.awardable = awardable;
    this.wishedRule = wishedRule;
    this.attachBadge = attachBadge;
  }

  /**
   * Makes them.
   *
   * @throws ProblemException NOT_FOUND for a badge class that this institution cannot award,
   *     CONFLICT if it is not published or the platform makes no columns, INVALID if it did not
   *     make the column now
   */
  public List<LinkedBadge> add(
      LaunchSession session, Course course, PickedBadges badges, Wish wish) {
    List<BadgeClass> chosen = new ArrayList<>();
    for (UUID id : badges.ids()) {
      BadgeClass found = awardable.get(id, session.institutionId());
      if (found.state() != BadgeClass.State.PUBLISHED) {
        throw new ProblemException(ProblemType.CONFLICT, "rule.badge-not-published");
      }
      chosen.add(found);
    }
    List<LinkedBadge> added = new ArrayList<>();
    for (BadgeClass badge : chosen) {
      added.add(attach(session, course, wish, badge));
    }
    return added;
  }

  private LinkedBadge attach(LaunchSession session, Course course, Wish wish, BadgeClass badge) {
    Attachment attachment =
        attachBadge.attach(
            course.id(),
            badge.id(),
            wishedRule.tree(wish, RuleTree.OWN_LINK, course, badge, session.locale()),
            wish.mode(),
            session.actor());
    return new LinkedBadge(
        attachment.id(), badge.id(), badge.name(), badge.description(), points(wish));
  }

  private static double points(Wish wish) {
    if (wish.evidence() == Wish.Evidence.OWN_GRADE) {
      return POINTS;
    }
    return wish.column() ? SHOWN : 0;
  }
}
