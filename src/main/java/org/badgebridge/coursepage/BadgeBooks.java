package org.badgebridge.coursepage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.drawing.BadgeType;
import org.badgebridge.drawing.VisualGrammars;
import org.badgebridge.institution.Issuer;
import org.badgebridge.institution.Issuers;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.Page;

/** Looks a badge class up for the course page. */
@ApplicationScoped
public class BadgeBooks {

  private final BadgeClasses badgeClasses;
  private final Issuers issuers;
  private final VisualGrammars grammars;

  @Inject
  public BadgeBooks(BadgeClasses badgeClasses, Issuers issuers, VisualGrammars grammars) {
    this.badgeClasses = badgeClasses;
    this.issuers = issuers;
    this.grammars = grammars;
  }

  BadgeFacts of(UUID badgeClassId, Page page) {
    BadgeClass found =
        badgeClasses
            .find(badgeClassId)
            .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "badgeclass.none"));
    Issuer issuer = issuers.get(found.issuerId());
    BadgeType type = grammars.of(issuer.institutionId()).type(found.typeSlug());
    return BadgeFacts.of(found, issuer.name(), type.name(page.locale()));
  }
}
