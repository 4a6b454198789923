package org.badgebridge.coursepage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.badgebridge.badgeclass.Authority;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.drawing.VisualGrammars;
import org.badgebridge.identity.Actor;
import org.badgebridge.institution.Issuer;
import org.badgebridge.institution.Issuers;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.Permission;
import org.badgebridge.web.Page;

/** Looks a badge class up for the course page. */
@ApplicationScoped
public class BadgeBooks {

  private final BadgeClasses badgeClasses;
  private final Issuers issuers;
  private final VisualGrammars grammars;
  private final Authority authority;

  @Inject
  public BadgeBooks(
      BadgeClasses badgeClasses, Issuers issuers, VisualGrammars grammars, Authority authority) {
    this.badgeClasses = badgeClasses;
    this.issuers = issuers;
    this.grammars = grammars;
    this.authority = authority;
  }

  BadgeFacts of(UUID badgeClassId, Page page) {
    return of(find(badgeClassId), page);
  }

  /** The same, for somebody who may be able to change it. */
  BadgeFacts of(UUID badgeClassId, Page page, Actor reader) {
    BadgeClass found = find(badgeClassId);
    boolean editable =
        found.state() != BadgeClass.State.ARCHIVED
            && authority.may(reader, Permission.UPDATE, found);
    return of(found, page).editable(editable);
  }

  BadgeFacts of(BadgeClass found, Page page) {
    Issuer issuer = issuers.get(found.issuerId());
    String type = grammars.typeName(issuer.institutionId(), found.typeSlug(), page.locale());
    return BadgeFacts.of(found, page.locale(), issuer.name(), type);
  }

  BadgeClass find(UUID badgeClassId) {
    return badgeClasses
        .find(badgeClassId)
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "badgeclass.none"));
  }
}
