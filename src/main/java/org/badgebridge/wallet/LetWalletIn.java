package org.badgebridge.wallet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Gives a wallet an access token for an offer and the number that goes with it. */
@ApplicationScoped
class LetWalletIn {

  private final WalletOffers offers;

  @Inject
  LetWalletIn(WalletOffers offers) {
    this.offers = offers;
  }

  /**
   * Lets it in. A wrong number counts, so it is an answer and no failure of the transaction.
   *
   * @return the access token, or none
   */
  @Transactional
  public Optional<String> enter(String code, String number) {
    return offers.redeem(code, number);
  }
}
