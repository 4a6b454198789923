package org.badgebridge.coursepage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import org.badgebridge.award.request.AskForm;
import org.badgebridge.award.request.Asked;
import org.badgebridge.award.request.RequestList;
import org.badgebridge.award.request.RequestRow;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.badgeclass.content.Awarding;
import org.badgebridge.launch.CourseRole;
import org.badgebridge.launch.LaunchSession;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.roster.Memberships;
import org.badgebridge.rule.WhyCard;

/** Whether a learner can ask for the badge of a course, and what they asked. */
@ApplicationScoped
public class Asking {

  private final RequestList requests;
  private final BadgeClasses badgeClasses;
  private final Memberships memberships;
  private final WhyCard whyCard;

  @Inject
  public Asking(
      RequestList requests, BadgeClasses badgeClasses, Memberships memberships, WhyCard whyCard) {
    this.requests = requests;
    this.badgeClasses = badgeClasses;
    this.memberships = memberships;
    this.whyCard = whyCard;
  }

  /** What a learner's page shows of it; once the badge is given, no request is open any more. */
  AskView of(Visit visit, WhyCard.Card card, BadgeClass badgeClass, AskForm form) {
    Asked asked = Asked.of(badgeClass.content().awarding());
    if (visit.session().role() != CourseRole.LEARNER || isGiven(card)) {
      return new AskView(null, false, asked, AskForm.CLOSED);
    }
    RequestRow last = requests.last(card.badgeClassId(), visit.session().personId()).orElse(null);
    boolean waits = last != null && last.state().live();
    boolean may = !waits && may(visit, card, badgeClass);
    return new AskView(last, may, asked, waits || may ? form : AskForm.CLOSED);
  }

  /**
   * Lets those pass who may ask for the badge that their activity shows. Somebody ever seen as a
   * lecturer of the course may not: no rule gives them anything either.
   *
   * @throws ProblemException FORBIDDEN for others
   */
  void require(Visit visit) {
    WhyCard.Card card =
        whyCard.of(Objects.requireNonNull(visit.attachment()).id(), visit.session().lmsUserId());
    if (!may(visit, card, badgeClasses.find(card.badgeClassId()).orElseThrow())) {
      throw new ProblemException(ProblemType.FORBIDDEN, "award.request.not-yet");
    }
  }

  private static boolean isGiven(WhyCard.Card card) {
    return card.award() != null && card.award().state().given();
  }

  private boolean may(Visit visit, WhyCard.Card card, BadgeClass badgeClass) {
    LaunchSession session = visit.session();
    Awarding awarding = badgeClass.content().awarding();
    return card.mayRequest(awarding.directAwardsClosed())
        && badgeClass.state() == BadgeClass.State.PUBLISHED
        && !memberships.everLecturer(visit.course().id(), session.lmsUserId());
  }
}
