package org.badgebridge.wallet;

import java.util.UUID;
import org.badgebridge.web.QrCode;

/**
 * An offer as its owner sees it.
 *
 * @param id to ask how far it is
 * @param link what a wallet on this device opens
 * @param code the same for a wallet on another
 * @param number to type into the wallet
 */
public record ShownOffer(UUID id, String link, QrCode code, String number) {

  /** In two groups, as one reads it. */
  public String grouped() {
    int half = number.length() / 2;
    return number.substring(0, half) + " " + number.substring(half);
  }
}
