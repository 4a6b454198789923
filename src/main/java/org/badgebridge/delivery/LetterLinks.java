package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.badgebridge.award.ClaimLinks;
import org.badgebridge.external.PublicOrigin;

/** Where the links of a message lead. */
@ApplicationScoped
public class LetterLinks {

  private final ClaimLinks claims;
  private final PublicOrigin origin;

  @Inject
  public LetterLinks(ClaimLinks claims, PublicOrigin origin) {
    this.claims = claims;
    this.origin = origin;
  }

  /**
   * Where a learner claims an award.
   *
   * @param email to which the message goes: the link is worth nothing once theirs is another
   */
  String claim(UUID awardId, String email) {
    return claims.to(awardId, email);
  }

  /** Where a learner reads about their request, and revises it. */
  String request(UUID requestId) {
    return origin.at("/backpack/requests/" + requestId);
  }

  /** Where a learner looks at a badge of theirs. */
  String held(UUID awardId) {
    return origin.at("/backpack/" + awardId);
  }

  /** What everybody can read about a badge. */
  String badge(UUID badgeClassId) {
    return origin.at("/badges/" + badgeClassId);
  }
}
