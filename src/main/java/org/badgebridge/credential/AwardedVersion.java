package org.badgebridge.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.badgebridge.award.Awards;
import org.badgebridge.award.DirectAward;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.badgeclass.BadgeLooks;
import org.badgebridge.badgeclass.BadgeVersion;
import org.badgebridge.drawing.BadgeDrawing;
import org.badgebridge.drawing.Look;

/** The badge class as it was awarded, with its picture, whatever became of it since. */
@ApplicationScoped
public class AwardedVersion {

  private final Awards awards;
  private final BadgeClasses badgeClasses;
  private final BadgeLooks looks;
  private final BadgeDrawing drawing;

  @Inject
  public AwardedVersion(
      Awards awards, BadgeClasses badgeClasses, BadgeLooks looks, BadgeDrawing drawing) {
    this.awards = awards;
    this.badgeClasses = badgeClasses;
    this.looks = looks;
    this.drawing = drawing;
  }

  /** What was awarded. */
  public BadgeVersion of(Credential credential) {
    DirectAward award = awards.find(credential.awardId()).orElseThrow(Credentials::missing);
    BadgeClass badgeClass =
        badgeClasses.find(credential.badgeClassId()).orElseThrow(Credentials::missing);
    return badgeClasses.version(badgeClass, award.badgeClassVersion());
  }

  /** Its picture as SVG. */
  public String svg(BadgeVersion version) {
    return drawing.svg(look(version));
  }

  /** Its picture as PNG, square. */
  public byte[] png(BadgeVersion version, int pixels) {
    return drawing.png(look(version), pixels);
  }

  /** The picture that other sites show beside a link to it. */
  public byte[] card(BadgeVersion version, String issuer) {
    return drawing.card(look(version), issuer);
  }

  /** The same two of a look that is known already. */
  String svg(Look look) {
    return drawing.svg(look);
  }

  byte[] png(Look look, int pixels) {
    return drawing.png(look, pixels);
  }

  /** What its drawing depends on. */
  Look look(BadgeVersion version) {
    return looks.of(version.content(), badgeClasses.institutionOf(version.badgeClassId()));
  }
}
