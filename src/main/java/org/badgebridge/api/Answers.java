package org.badgebridge.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.institution.Issuer;
import org.badgebridge.institution.Issuers;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Places;
import org.badgebridge.staff.Rights;

/** Finds the badge classes that a client may read, and tells of them. */
@ApplicationScoped
class Answers {

  /** Where badge classes are. */
  static final String BADGE_CLASSES = "/api/v1/badge-classes";

  private final BadgeClasses badgeClasses;
  private final Issuers issuers;
  private final Places places;
  private final Rights rights;
  private final PublicOrigin origin;
  private final EntityManager entityManager;

  @Inject
  Answers(
      BadgeClasses badgeClasses,
      Issuers issuers,
      Places places,
      Rights rights,
      PublicOrigin origin,
      EntityManager entityManager) {
    this.badgeClasses = badgeClasses;
    this.issuers = issuers;
    this.places = places;
    this.rights = rights;
    this.origin = origin;
    this.entityManager = entityManager;
  }

  /**
   * One that the caller may read.
   *
   * @throws org.badgebridge.problem.ProblemException NOT_FOUND for all others
   */
  BadgeClass readable(UUID id, Caller caller) {
    BadgeClass found = badgeClasses.inInstitution(id, caller.institutionId());
    rights.require(caller.actor(), Permission.READ, places.issuer(found.issuerId()).badgeClass(id));
    return found;
  }

  BadgeClassView view(BadgeClass badgeClass) {
    return BadgeClassView.of(
        badgeClass, issuers.get(badgeClass.issuerId()), origin.at("/badges/" + badgeClass.id()));
  }

  /** All of one institution. */
  List<BadgeClassView> views(List<BadgeClass> some, UUID institutionId) {
    Map<UUID, Issuer> known =
        issuers.of(institutionId).stream().collect(Collectors.toMap(Issuer::id, each -> each));
    return some.stream()
        .map(
            each ->
                BadgeClassView.of(
                    each,
                    Objects.requireNonNull(known.get(each.issuerId())),
                    origin.at("/badges/" + each.id())))
        .toList();
  }

  /** After a change, in its transaction: its revision is known only when it is written. */
  Answer changed(int status, BadgeClass badgeClass) {
    entityManager.flush();
    entityManager.refresh(badgeClass); // times as they are kept
    BadgeClassView view = view(badgeClass);
    return new Answer(
        status,
        status == 201 ? address(view.id()) : null,
        KnownState.tag(view.revision()),
        ApiJson.write(view));
  }

  String address(UUID id) {
    return origin.at(BADGE_CLASSES + "/" + id);
  }
}
