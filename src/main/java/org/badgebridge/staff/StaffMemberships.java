package org.badgebridge.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.institution.Institution;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** All memberships. Changes need the caller's transaction. */
@ApplicationScoped
public class StaffMemberships {

  private final EntityManager entityManager;

  @Inject
  public StaffMemberships(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  /** Those of one account in one institution. */
  List<StaffMembership> of(UUID accountId, UUID institutionId) {
    return entityManager
        .createQuery(
            "select m from StaffMembership m"
                + " where m.accountId = :account and m.institutionId = :institution",
            StaffMembership.class)
        .setParameter("account", accountId)
        .setParameter("institution", institutionId)
        .getResultList();
  }

  /** All of one account. */
  List<StaffMembership> ofAccount(UUID accountId) {
    return entityManager
        .createQuery(
            "select m from StaffMembership m where m.accountId = :account", StaffMembership.class)
        .setParameter("account", accountId)
        .getResultList();
  }

  /** Those of everybody in an institution, the oldest first. */
  List<StaffMembership> in(UUID institutionId) {
    return entityManager
        .createQuery(
            "select m from StaffMembership m where m.institutionId = :institution"
                + " order by m.grantedAt, m.id",
            StaffMembership.class)
        .setParameter("institution", institutionId)
        .getResultList();
  }

  /** What an account may do at a place by its memberships there and above. */
  Set<Permission> effective(UUID accountId, Place place) {
    return union(of(accountId, place.institutionId()), place);
  }

  static Set<Permission> union(List<StaffMembership> memberships, Place place) {
    Set<Permission> all = EnumSet.noneOf(Permission.class);
    memberships.stream()
        .filter(each -> each.covers(place))
        .map(StaffMembership::permissions)
        .forEach(all::addAll);
    return all;
  }

  /**
   * One membership; until the caller's transaction ends nobody else changes any of its institution.
   *
   * @throws ProblemException NOT_FOUND if there is none
   */
  StaffMembership locked(UUID id) {
    UUID institutionId =
        entityManager
            .createQuery(
                "select m.institutionId from StaffMembership m where m.id = :id", UUID.class)
            .setParameter("id", id)
            .getResultStream()
            .findFirst()
            .orElseThrow(StaffMemberships::missing);
    lock(institutionId);
    return Optional.ofNullable(entityManager.find(StaffMembership.class, id))
        .orElseThrow(StaffMemberships::missing);
  }

  /** Lets others who change the staff of this institution wait for the caller's transaction. */
  void lock(UUID institutionId) {
    if (entityManager.find(Institution.class, institutionId, LockModeType.PESSIMISTIC_WRITE)
        == null) {
      throw missing();
    }
  }

  /** Whether nobody else administrates the whole institution. */
  boolean isLastAdministrator(StaffMembership membership) {
    return membership.administratesAll()
        && in(membership.institutionId()).stream()
            .filter(each -> !each.accountId().equals(membership.accountId()))
            .noneMatch(StaffMembership::administratesAll);
  }

  void add(StaffMembership membership) {
    entityManager.persist(membership);
  }

  void remove(StaffMembership membership) {
    entityManager.remove(membership);
  }

  private static ProblemException missing() {
    return new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
  }
}
