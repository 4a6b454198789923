package org.badgebridge.wallet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import org.badgebridge.jobs.RecurringJob;

/** Forgets offers to wallets that are over. */
@ApplicationScoped
class ForgetOffers implements RecurringJob {

  private final WalletOffers offers;

  @Inject
  ForgetOffers(WalletOffers offers) {
    this.offers = offers;
  }

  @Override
  public String name() {
    return "forget-wallet-offers";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  @Transactional
  public void run() {
    offers.removeEnded();
  }
}
