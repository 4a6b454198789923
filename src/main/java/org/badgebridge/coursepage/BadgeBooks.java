package org.badgebridge.coursepage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.institution.Issuers;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.Page;

/** Looks a badge class up for the course page. */
@ApplicationScoped
public class BadgeBooks {

  private final BadgeClasses badgeClasses;
  private final Issuers issuers;

  @Inject
  public BadgeBooks(BadgeClasses badgeClasses, Issuers issuers) {
    this.badgeClasses = badgeClasses;
    this.issuers = issuers;
  }

  BadgeFacts of(UUID badgeClassId, Page page) {
    BadgeClass found =
        badgeClasses
            .find(badgeClassId)
            .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "badgeclass.none"));
    return BadgeFacts.of(found, issuers.get(found.issuerId()).name(), page);
  }
}
