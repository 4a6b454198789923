package org.badgebridge.backpack.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.badgebridge.credential.Addresses;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.IssuedBadge;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.web.Page;
import org.badgebridge.web.PlainText;
import org.badgebridge.web.embed.Frames;

/** HTML of a public badge to paste elsewhere. */
@ApplicationScoped
public class Snippets {

  private final Addresses addresses;
  private final PublicOrigin origin;

  @Inject
  public Snippets(Addresses addresses, PublicOrigin origin) {
    this.addresses = addresses;
    this.origin = origin;
  }

  /** For the end of e-mails: a small picture and words, as a table, which mail programs keep. */
  public String signature(Credential credential, IssuedBadge badge, Page page) {
    String url = addresses.credential(credential.id());
    String picture = origin.at(badge.picture().replaceFirst("\\.svg$", ".png?size=192"));
    String name = Frames.escape(PlainText.line(badge.name()));
    return """
        <table cellpadding="0" cellspacing="0" border="0"><tr>
        <td style="padding-right:12px"><a href="%1$s"><img src="%2$s" width="80" height="80" alt="%3$s" style="display:block;border:0"></a></td>
        <td style="font-family:sans-serif;font-size:13px"><a href="%1$s">%4$s</a><br>%5$s</td>
        </tr></table>"""
        .formatted(
            url,
            picture,
            page.t("backpack.image-alt", name),
            name,
            Frames.escape(PlainText.line(badge.issuer())));
  }

  /** For web pages: the block in a frame. */
  public String embed(Credential credential, IssuedBadge badge) {
    return Frames.html(
        addresses.credential(credential.id()) + "/embed",
        Frames.WIDTH,
        Frames.HEIGHT,
        badge.name());
  }
}
