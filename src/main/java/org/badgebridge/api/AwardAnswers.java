package org.badgebridge.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.badgebridge.award.Awards;
import org.badgebridge.award.DirectAward;
import org.badgebridge.award.book.AwardLine;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.identity.LmsUser;
import org.badgebridge.identity.LmsUsers;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Places;
import org.badgebridge.staff.Rights;

/** Finds the awards that a client may read, and tells of them. */
@ApplicationScoped
class AwardAnswers {

  /** Where awards are. */
  static final String AWARDS = "/api/v1/awards";

  private final Awards awards;
  private final BadgeClasses badgeClasses;
  private final LmsUsers lmsUsers;
  private final Places places;
  private final Rights rights;
  private final PublicOrigin origin;
  private final EntityManager entityManager;

  @Inject
  AwardAnswers(
      Awards awards,
      BadgeClasses badgeClasses,
      LmsUsers lmsUsers,
      Places places,
      Rights rights,
      PublicOrigin origin,
      EntityManager entityManager) {
    this.awards = awards;
    this.badgeClasses = badgeClasses;
    this.lmsUsers = lmsUsers;
    this.places = places;
    this.rights = rights;
    this.origin = origin;
    this.entityManager = entityManager;
  }

  /**
   * One that the caller may read.
   *
   * @throws ProblemException NOT_FOUND for all others
   */
  DirectAward readable(UUID id, Caller caller) {
    DirectAward found =
        awards
            .find(id)
            .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "award.not-found"));
    rights.require(caller.actor(), Permission.READ, places.badgeClass(found.badgeClassId()));
    return found;
  }

  AwardView view(DirectAward award) {
    return AwardView.of(
        award,
        badgeClasses.find(award.badgeClassId()).orElseThrow().name(),
        lmsUsers.find(award.lmsUserId()).orElseThrow());
  }

  /** Those of one page, in its order. */
  List<AwardView> views(List<AwardLine> lines) {
    Map<UUID, DirectAward> known = awards.find(lines.stream().map(AwardLine::id).toList());
    Map<UUID, LmsUser> learners = lmsUsers.find(lines.stream().map(AwardLine::lmsUserId).toList());
    List<AwardView> views = new ArrayList<>();
    for (AwardLine each : lines) {
      views.add(
          AwardView.of(
              Objects.requireNonNull(known.get(each.id())),
              each.badgeClass(),
              Objects.requireNonNull(learners.get(each.lmsUserId()))));
    }
    return views;
  }

  /** As it is kept after a change, in the change's transaction. */
  AwardView kept(UUID id) {
    entityManager.flush();
    DirectAward award = awards.find(id).orElseThrow();
    entityManager.refresh(award); // times as they are kept
    return view(award);
  }

  String address(UUID id) {
    return origin.at(AWARDS + "/" + id);
  }
}
