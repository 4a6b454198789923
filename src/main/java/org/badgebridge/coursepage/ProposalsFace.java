package org.badgebridge.coursepage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.award.AwardDetails;
import org.badgebridge.award.AwardState;
import org.badgebridge.award.Awards;
import org.badgebridge.award.DirectAward;
import org.badgebridge.award.Requirements;
import org.badgebridge.award.hand.DetailsForm;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.identity.LmsUser;
import org.badgebridge.identity.LmsUsers;
import org.badgebridge.staff.Typed;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;

/** Asks a lecturer for what proposals do not say yet. */
@ApplicationScoped
public class ProposalsFace {

  private final Awards awards;
  private final BadgeClasses badgeClasses;
  private final BadgeBooks badges;
  private final LmsUsers lmsUsers;
  private final Views views;

  @Inject
  public ProposalsFace(
      Awards awards, BadgeClasses badgeClasses, BadgeBooks badges, LmsUsers lmsUsers, Views views) {
    this.awards = awards;
    this.badgeClasses = badgeClasses;
    this.badges = badges;
    this.lmsUsers = lmsUsers;
    this.views = views;
  }

  /**
   * One of those that are approved.
   *
   * @param name of the learner
   */
  public record Proposal(UUID awardId, String name) {}

  /** Whether something must be said before these can be approved. */
  boolean asks(Visit visit, Collection<UUID> ids) {
    Requirements requirements = requirements(visit);
    return proposals(visit, ids).stream()
        .anyMatch(award -> !requirements.faults(award.details()).isEmpty());
  }

  /** What a single proposal says already, for the form; of several nothing. */
  Typed said(Visit visit, Collection<UUID> ids) {
    List<DirectAward> all = proposals(visit, ids);
    AwardDetails details = all.size() == 1 ? all.get(0).details() : AwardDetails.NONE;
    return Typed.of(DetailsForm.values(details));
  }

  String form(Visit visit, Page page, Collection<UUID> ids, Typed typed) {
    List<DirectAward> all = proposals(visit, ids);
    Map<UUID, LmsUser> learners = lmsUsers.find(all.stream().map(DirectAward::lmsUserId).toList());
    return views.render(
        "coursepage/proposals.jte",
        page,
        Map.of(
            "badge",
            badges.of(badgeClass(visit), page),
            "requirements",
            requirements(visit),
            "typed",
            typed,
            "proposals",
            all.stream().map(each -> new Proposal(each.id(), name(learners, each))).toList()));
  }

  private static String name(Map<UUID, LmsUser> learners, DirectAward award) {
    return Objects.requireNonNull(learners.get(award.lmsUserId())).displayName();
  }

  private List<DirectAward> proposals(Visit visit, Collection<UUID> ids) {
    Map<UUID, DirectAward> known = awards.find(ids);
    return ids.stream()
        .flatMap(each -> Optional.ofNullable(known.get(each)).stream())
        .filter(award -> award.state() == AwardState.PROPOSED)
        .filter(award -> visit.course().id().equals(award.provenance().courseId()))
        .toList();
  }

  private Requirements requirements(Visit visit) {
    BadgeClass badgeClass = badgeClasses.find(badgeClass(visit)).orElseThrow();
    return Requirements.of(badgeClass.content());
  }

  private static UUID badgeClass(Visit visit) {
    return Objects.requireNonNull(visit.attachment()).badgeClassId();
  }
}
