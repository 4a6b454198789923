package org.badgebridge.badgeclass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.badgebridge.institution.Issuer;
import org.badgebridge.institution.Issuers;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** The badge classes that everybody may see. */
@ApplicationScoped
class PublicBadges {

  private final BadgeClasses badgeClasses;
  private final Issuers issuers;

  @Inject
  PublicBadges(BadgeClasses badgeClasses, Issuers issuers) {
    this.badgeClasses = badgeClasses;
    this.issuers = issuers;
  }

  /**
   * One of them.
   *
   * @throws ProblemException NOT_FOUND if there is none, or it is a draft: the two look the same
   */
  BadgeClass get(UUID id) {
    return badgeClasses
        .find(id)
        .filter(BadgeClass::isPublic)
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
  }

  /**
   * One version of them.
   *
   * @throws ProblemException NOT_FOUND likewise, or if there is no such version
   */
  BadgeVersion version(UUID id, int number) {
    return badgeClasses.version(get(id), number);
  }

  UUID institutionOf(UUID id) {
    return badgeClasses.institutionOf(id);
  }

  Issuer issuerOf(BadgeClass badgeClass) {
    return issuers.get(badgeClass.issuerId());
  }
}
