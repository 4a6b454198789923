package org.badgebridge.backpack.kit;

import java.time.Instant;
import java.util.Locale;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.web.Page;
import org.badgebridge.web.Words;

/** What a kit says of itself to whoever opens it without a browser. */
final class KitReadme {

  /** With what every Linux has: coreutils and openssl. */
  private static final String COMMANDS =
      """

          sha256sum -c SHA256SUMS

          printf '%s.' "$(cut -d. -f1 manifest.jws)" > signed.txt
          basenc --base64url -w 0 manifest.json | tr -d '=' >> signed.txt
          printf '%s==' "$(cut -d. -f3 manifest.jws)" | basenc --base64url -d > signature.bin
          openssl dgst -sha256 -verify packed-by/key.pem -signature signature.bin signed.txt
          rm signed.txt signature.bin

      """;

  private KitReadme() {}

  static String text(Locale language, Words words, String did, PublicOrigin origin, Instant now) {
    Page page = Page.open(language, words);
    return String.join(
            "\n",
            page.t("backpack.kit.title"),
            "",
            page.t("backpack.kit.readme.made", page.moment(now), origin.origin()),
            "",
            page.t("backpack.kit.readme.what"),
            "",
            page.t("backpack.kit.readme.check"),
            COMMANDS.stripTrailing(),
            "",
            page.t("backpack.kit.proves", origin.origin(), did),
            "",
            page.t("backpack.kit.proves-not"))
        + "\n";
  }
}
