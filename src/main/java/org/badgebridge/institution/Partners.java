package org.badgebridge.institution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** Which institutions may award another one's badge classes that are open to partners. */
@ApplicationScoped
public class Partners {

  private static final String SUBJECT = "institution";

  private final EntityManager entityManager;
  private final Institutions institutions;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public Partners(
      EntityManager entityManager, Institutions institutions, AuditTrail audit, Clock clock) {
    this.entityManager = entityManager;
    this.institutions = institutions;
    this.audit = audit;
    this.clock = clock;
  }

  /** An institution's partners, by name. */
  public List<Institution> of(UUID institutionId) {
    return entityManager
        .createQuery(
            "select i from Institution i, Partnership p where p.institutionId = :institution"
                + " and i.id = p.partnerId order by i.name, i.id",
            Institution.class)
        .setParameter("institution", institutionId)
        .getResultList();
  }

  /** Who could become one, by name: the listed others, as only they are known to everybody. */
  public List<Institution> possible(UUID institutionId) {
    return entityManager
        .createQuery(
            "select i from Institution i where i.id <> :institution and not exists (select p from Partnership p"
                + " where p.institutionId = :institution and p.partnerId = i.id)"
                + " order by i.name, i.id",
            Institution.class)
        .setParameter("institution", institutionId)
        .getResultStream()
        .filter(each -> each.switches().listed())
        .toList();
  }

  /**
   * Lets a partner award from now on. Twice changes nothing.
   *
   * @throws ProblemException NOT_FOUND unless the partner is a listed institution, another one
   */
  @Transactional
  public void add(UUID institutionId, UUID partnerId, Actor staff) {
    institutions.locked(institutionId);
    if (isPartner(institutionId, partnerId)) {
      return;
    }
    Institution partner =
        possible(institutionId).stream()
            .filter(each -> each.id().equals(partnerId))
            .findFirst()
            .orElseThrow(
                () -> new ProblemException(ProblemType.NOT_FOUND, "institution.partner-none"));
    entityManager.persist(new Partnership(institutionId, partner.id(), clock.instant()));
    audit.record(institutionId, staff, "institution.partner-added", SUBJECT, partner.id(), null);
  }

  /** Ends it: what was awarded stays, rules at the partner award no more. Twice changes nothing. */
  @Transactional
  public void remove(UUID institutionId, UUID partnerId, Actor staff) {
    institutions.locked(institutionId);
    int ended =
        entityManager
            .createQuery(
                "delete from Partnership p where p.institutionId = :institution"
                    + " and p.partnerId = :partner")
            .setParameter("institution", institutionId)
            .setParameter("partner", partnerId)
            .executeUpdate();
    if (ended > 0) {
      audit.record(institutionId, staff, "institution.partner-removed", SUBJECT, partnerId, null);
    }
  }

  private boolean isPartner(UUID institutionId, UUID partnerId) {
    return of(institutionId).stream().anyMatch(each -> each.id().equals(partnerId));
  }
}
