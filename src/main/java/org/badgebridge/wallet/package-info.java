/**
 * Badges into wallets, with OpenID for Verifiable Credential Issuance 1.0 and its pre-authorized
 * code: the learner's page with the offer, and the addresses that a wallet asks.
 */
@NullMarked
package org.badgebridge.wallet;

import org.jspecify.annotations.NullMarked;
