package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.badgebridge.external.PublicOrigin;

/** Where the links of a message lead. */
@ApplicationScoped
public class ClaimLink {

  private final PublicOrigin origin;

  @Inject
  public ClaimLink(PublicOrigin origin) {
    this.origin = origin;
  }

  /** Where a learner claims an award. */
  String claim(UUID awardId) {
    return origin.at("/backpack");
  }

  /** What everybody can read about a badge. */
  String badge(UUID badgeClassId) {
    return origin.at("/badges/" + badgeClassId);
  }
}
