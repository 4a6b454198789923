package org.badgebridge.wallet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.award.Awards;
import org.badgebridge.credential.BindToHolder;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.Credentials;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.way.PersonKeys;
import org.badgebridge.keys.KeyDid;
import org.badgebridge.problem.ProblemException;

/**
 * Hands a badge to a wallet that was let in, bound to the wallet's key, and keeps that its owner
 * holds that key.
 */
@ApplicationScoped
class TakeIntoWallet {

  private final WalletOffers offers;
  private final Credentials credentials;
  private final Awards awards;
  private final BindToHolder binding;
  private final PersonKeys keys;
  private final AuditTrail audit;

  @Inject
  @SuppressWarnings("TooManyParameters") // the badge, its binding, and what is written down
  TakeIntoWallet(
      WalletOffers offers,
      Credentials credentials,
      Awards awards,
      BindToHolder binding,
      PersonKeys keys,
      AuditTrail audit) {
    this.offers = offers;
    this.credentials = credentials;
    this.awards = awards;
    this.binding = binding;
    this.keys = keys;
    this.audit = audit;
  }

  /**
   * The badge.
   *
   * @param holder the key that was proved
   * @return a signed document or a compact token, by the format that was offered
   * @throws WalletRefused {@code credential_request_denied} if it is revoked or no longer theirs
   */
  @Transactional
  public String take(WalletOffers.Taken taken, KeyDid holder) {
    Credential credential = credential(taken);
    if (credential.revokedAt() != null) {
      throw new WalletRefused("credential_request_denied", "this badge is revoked");
    }
    if (offers.delivered(taken.offerId())) {
      audit.record(
          awards.find(credential.awardId()).orElseThrow().institutionId(),
          new Actor(Actor.Kind.LEARNER, taken.personId(), "wallet " + taken.offerId()),
          "credential.taken-into-wallet",
          "credential",
          credential.id(),
          null);
    }
    keys.add(taken.personId(), holder.thumbprint());
    return switch (taken.format()) {
      case LDP -> binding.document(credential, holder.did());
      case JWT -> binding.token(credential, holder.did());
    };
  }

  private Credential credential(WalletOffers.Taken taken) {
    try {
      return credentials.ofOwner(taken.credentialId(), taken.personId());
    } catch (ProblemException gone) {
      throw new WalletRefused("credential_request_denied", "this badge is no longer there");
    }
  }
}
