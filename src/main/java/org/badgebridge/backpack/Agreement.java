package org.badgebridge.backpack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.award.DirectAward;
import org.badgebridge.identity.Actor;
import org.badgebridge.institution.Terms;
import org.badgebridge.institution.TermsBook;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** A learner's word to the terms of an institution: asked once, at the first claim. */
@ApplicationScoped
public class Agreement {

  private final TermsBook book;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public Agreement(TermsBook book, AuditTrail audit, Clock clock) {
    this.book = book;
    this.audit = audit;
    this.clock = clock;
  }

  /** What the owner of an award still has to agree to before they claim it. */
  public Optional<Terms> owed(DirectAward award, UUID personId) {
    return book.owed(personId, award.institutionId());
  }

  /**
   * Keeps the word, if one is owed. Needs the caller's transaction.
   *
   * @param agreedTo the version that the learner saw and agreed to, or null
   * @throws ProblemException CONFLICT if it is not the one that is owed
   */
  void give(DirectAward award, UUID personId, @Nullable UUID agreedTo, Actor actor) {
    Optional<Terms> owed = owed(award, personId);
    if (owed.isEmpty()) {
      return;
    }
    Terms terms = owed.get();
    if (!terms.id().equals(agreedTo)) {
      throw new ProblemException(ProblemType.CONFLICT, "backpack.terms-first");
    }
    if (book.agree(personId, terms, clock.instant())) {
      audit.record(
          terms.institutionId(),
          actor,
          "terms.agreed",
          "terms",
          terms.id(),
          "person " + personId + ", version " + terms.number());
    }
  }
}
