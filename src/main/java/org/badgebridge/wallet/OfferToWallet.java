package org.badgebridge.wallet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.Credentials;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** The owner of a badge offers it to a wallet of theirs. */
@ApplicationScoped
class OfferToWallet {

  private final Credentials credentials;
  private final WalletOffers offers;

  @Inject
  OfferToWallet(Credentials credentials, WalletOffers offers) {
    this.credentials = credentials;
    this.offers = offers;
  }

  /**
   * Makes an offer; an earlier one that nobody used is over.
   *
   * @throws ProblemException NOT_FOUND if the badge is not this person's, CONFLICT if it is revoked
   */
  @Transactional
  public WalletOffers.Fresh offer(UUID credentialId, UUID personId, WalletFormat format) {
    Credential credential = credentials.ofOwner(credentialId, personId);
    if (credential.revokedAt() != null) {
      throw new ProblemException(ProblemType.CONFLICT, "wallet.revoked");
    }
    return offers.make(credentialId, personId, format);
  }
}
