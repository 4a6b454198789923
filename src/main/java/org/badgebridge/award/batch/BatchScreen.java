package org.badgebridge.award.batch;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.award.AwardsAtHand;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Institutions;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.web.AdminScreen;
import org.badgebridge.web.SignedIn;

/** What the pages about awarding share: who may see them, and how they are rendered. */
@RequestScoped
public class BatchScreen {

  private final AwardsAtHand atHand;
  private final BadgeClasses badgeClasses;
  private final Institutions institutions;
  private final SignedIn signedIn;
  private final AdminScreen screen;

  @Inject
  public BatchScreen(
      AwardsAtHand atHand,
      BadgeClasses badgeClasses,
      Institutions institutions,
      SignedIn signedIn,
      AdminScreen screen) {
    this.atHand = atHand;
    this.badgeClasses = badgeClasses;
    this.institutions = institutions;
    this.signedIn = signedIn;
    this.screen = screen;
  }

  /**
   * The badge class, if who is signed in may award it.
   *
   * @throws ProblemException NOT_FOUND if there is none or they have nothing to do with it,
   *     FORBIDDEN if they may not
   */
  public BadgeClass badgeClass(UUID id) {
    BadgeClass found =
        badgeClasses
            .find(id)
            .orElseThrow(
                () -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
    atHand.requireStaff(id, signedIn.actor());
    return found;
  }

  /** A page about awarding a badge class, which is among its parameters. */
  public Response show(int status, String template, BadgeClass badgeClass, Map<String, ?> parts) {
    Institution at = institutions.get(badgeClasses.institutionOf(badgeClass.id()));
    Map<String, Object> all = new HashMap<>(parts);
    all.put("badgeClass", badgeClass);
    return screen.show(status, "award/" + template, at.accent(), all);
  }
}
