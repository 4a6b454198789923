package org.badgebridge.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.badgebridge.award.DirectAward;
import org.badgebridge.badgeclass.AchievementDocument;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.badgeclass.BadgeVersion;
import org.badgebridge.badgeclass.content.Validity;
import org.badgebridge.credential.OpenBadge.Achievement;
import org.badgebridge.credential.OpenBadge.Issuing;
import org.badgebridge.identity.LmsUsers;
import org.badgebridge.institution.Issuer;
import org.badgebridge.institution.Issuers;

/** Gathers what a badge says: of whom, for what, by whom, and why. */
@ApplicationScoped
class ComposeBadge {

  private final BadgeClasses badgeClasses;
  private final Issuers issuers;
  private final AchievementDocument achievements;
  private final LmsUsers users;

  @Inject
  ComposeBadge(
      BadgeClasses badgeClasses,
      Issuers issuers,
      AchievementDocument achievements,
      LmsUsers users) {
    this.badgeClasses = badgeClasses;
    this.issuers = issuers;
    this.achievements = achievements;
    this.users = users;
  }

  /** Who issues the badge of this award. */
  Issuer issuer(DirectAward award) {
    return issuers.get(badgeClass(award).issuerId());
  }

  OpenBadge compose(DirectAward award, StatusEntry status, Instant now) {
    BadgeClass badgeClass = badgeClass(award);
    Issuer issuer = issuers.get(badgeClass.issuerId());
    BadgeVersion version = badgeClasses.version(badgeClass, award.badgeClassVersion());
    Validity validity = version.content().validity();
    return new OpenBadge(
        UUID.randomUUID(),
        now,
        now,
        validity == null ? null : validity.end(now),
        issuing(issuer),
        users.find(award.lmsUserId()).orElseThrow().personId(),
        new Achievement(
            badgeClass.id(),
            version.content().name(),
            achievements.of(version, issuer.institutionId())),
        Reason.proofs(award.reason()),
        status);
  }

  static Issuing issuing(Issuer issuer) {
    return new Issuing(issuer.id(), issuer.name(), issuer.url(), issuer.email());
  }

  private BadgeClass badgeClass(DirectAward award) {
    return badgeClasses.find(award.badgeClassId()).orElseThrow();
  }
}
