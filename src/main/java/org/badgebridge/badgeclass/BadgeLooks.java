package org.badgebridge.badgeclass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.badgeclass.content.BadgeContent;
import org.badgebridge.drawing.Look;
import org.badgebridge.drawing.VisualGrammars;

/** How badge classes look, by the grammar of their institution. */
@ApplicationScoped
public class BadgeLooks {

  private final BadgeClasses badgeClasses;
  private final VisualGrammars grammars;

  @Inject
  public BadgeLooks(BadgeClasses badgeClasses, VisualGrammars grammars) {
    this.badgeClasses = badgeClasses;
    this.grammars = grammars;
  }

  /** What its drawing depends on. */
  public Look of(BadgeClass badgeClass) {
    return of(badgeClass, badgeClasses.institutionOf(badgeClass.id()));
  }

  /** As the other, for whoever knows the institution. */
  public Look of(BadgeClass badgeClass, UUID institutionId) {
    return of(badgeClass.content(), institutionId);
  }

  /** How an institution's content looks, of whatever version. */
  public Look of(BadgeContent content, UUID institutionId) {
    return grammars
        .of(institutionId)
        .look(
            content.type(),
            content.theme(),
            content.name(),
            Locale.forLanguageTag(content.language()),
            content.artwork());
  }
}
