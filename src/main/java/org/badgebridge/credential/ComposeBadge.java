package org.badgebridge.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.award.AwardDetails;
import org.badgebridge.award.DirectAward;
import org.badgebridge.award.TeamPart;
import org.badgebridge.badgeclass.AchievementDocument;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.badgeclass.BadgeVersion;
import org.badgebridge.badgeclass.content.Validity;
import org.badgebridge.credential.OpenBadge.Achievement;
import org.badgebridge.credential.OpenBadge.Evidence;
import org.badgebridge.credential.OpenBadge.Grade;
import org.badgebridge.credential.OpenBadge.Issuing;
import org.badgebridge.credential.OpenBadge.Said;
import org.badgebridge.identity.LmsUsers;
import org.badgebridge.institution.Issuer;
import org.badgebridge.institution.Issuers;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/** Gathers what a badge says: of whom, for what, by whom, and why. */
@ApplicationScoped
class ComposeBadge {

  private final BadgeClasses badgeClasses;
  private final Issuers issuers;
  private final AchievementDocument achievements;
  private final LmsUsers users;
  private final Words words;

  @Inject
  ComposeBadge(
      BadgeClasses badgeClasses,
      Issuers issuers,
      AchievementDocument achievements,
      LmsUsers users,
      Words words) {
    this.badgeClasses = badgeClasses;
    this.issuers = issuers;
    this.achievements = achievements;
    this.users = users;
    this.words = words;
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
        said(award.details(), Words.choose(version.content().language())),
        status);
  }

  private Said said(AwardDetails details, Locale language) {
    boolean shown =
        details.evidenceUrl() != null
            || details.evidenceName() != null
            || details.evidenceDescription() != null;
    return new Said(
        narrative(details, language),
        shown
            ? new Evidence(
                details.evidenceUrl(), details.evidenceName(), details.evidenceDescription())
            : null,
        details.grade() == null
            ? null
            : new Grade(words.text(language, "credential.grade"), details.grade()));
  }

  /** What the learner did, and their part in the team if they agreed that it is stated. */
  private @Nullable String narrative(AwardDetails details, Locale language) {
    TeamPart team = details.team();
    if (team == null || !team.agreed()) {
      return details.narrative();
    }
    String part = words.text(language, "credential.team-part", team.team(), team.part());
    return details.narrative() == null ? part : details.narrative() + "\n\n" + part;
  }

  static Issuing issuing(Issuer issuer) {
    return new Issuing(issuer.id(), issuer.name(), issuer.url(), issuer.email());
  }

  private BadgeClass badgeClass(DirectAward award) {
    return badgeClasses.find(award.badgeClassId()).orElseThrow();
  }
}
