package org.badgebridge.operator.awards;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.award.Awards;
import org.badgebridge.award.DirectAward;
import org.badgebridge.institution.Institution;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Places;
import org.badgebridge.staff.Rights;
import org.badgebridge.web.AdminScreen;
import org.badgebridge.web.SignedIn;
import org.jspecify.annotations.Nullable;

/** What the pages about awards share: who may see which award, and how they are rendered. */
@RequestScoped
public class AwardScreen {

  private final Awards awards;
  private final Rights rights;
  private final Places places;
  private final SignedIn signedIn;
  private final AdminScreen screen;

  @Inject
  public AwardScreen(
      Awards awards, Rights rights, Places places, SignedIn signedIn, AdminScreen screen) {
    this.awards = awards;
    this.rights = rights;
    this.places = places;
    this.signedIn = signedIn;
    this.screen = screen;
  }

  /**
   * An award, if who is signed in may do this with awards of its badge class.
   *
   * @throws ProblemException NOT_FOUND if there is none or they have nothing to do with it,
   *     FORBIDDEN if they may not
   */
  DirectAward award(UUID id, Permission permission) {
    DirectAward found = awards.find(id).orElseThrow(AwardScreen::missing);
    rights.require(signedIn.actor(), permission, places.badgeClass(found.badgeClassId()));
    return found;
  }

  /** Whether who is signed in may decide about it. */
  boolean decides(DirectAward award) {
    return rights.may(signedIn.actor(), Permission.AWARD, places.badgeClass(award.badgeClassId()));
  }

  static ProblemException missing() {
    return new ProblemException(ProblemType.NOT_FOUND, "award.not-found");
  }

  Response show(
      int status, String template, @Nullable Institution institution, Map<String, ?> parts) {
    String accent = institution == null ? null : institution.accent();
    return screen.show(status, "operator/" + template, accent, parts);
  }
}
