package org.badgebridge.credential.certificate;

import org.badgebridge.credential.Credential;
import org.badgebridge.credential.IssuedBadge;
import org.badgebridge.web.Page;

/**
 * What a certificate says.
 *
 * @param page language, words and the institution's colour
 * @param holder the learner's name; empty where it is not shown
 * @param expired whether the badge has ended when the certificate is made
 * @param address of the badge's page
 */
record Certificate(
    Page page,
    Credential credential,
    IssuedBadge badge,
    String institution,
    String holder,
    boolean expired,
    String address) {

  /** Everything it is made from: the same, the same certificate. */
  String source() {
    return String.join(
        "\n",
        page.language(),
        page.accent(),
        institution,
        holder,
        address,
        String.valueOf(expired),
        String.valueOf(credential.revokedAt()),
        String.valueOf(credential.publicSince() == null),
        credential.document());
  }
}
