package org.badgebridge.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.badgebridge.drawing.BadgeDrawing;
import org.badgebridge.web.Link;
import org.badgebridge.web.embed.Block;
import org.badgebridge.web.embed.Embeddable;

/** The pages of public badges as blocks. */
@ApplicationScoped
class EmbedAssertion implements Embeddable {

  private static final Pattern PAGE = Pattern.compile("/assertions/([0-9a-f-]{36})/?(?:[?#].*)?");

  private final Credentials credentials;

  @Inject
  EmbedAssertion(Credentials credentials) {
    this.credentials = credentials;
  }

  @Override
  public Optional<Block> block(String path, Locale reader) {
    Matcher page = PAGE.matcher(path);
    return page.matches()
        ? Optional.ofNullable(Link.id(page.group(1)))
            .flatMap(credentials::findPublic)
            .map(EmbedAssertion::block)
        : Optional.empty();
  }

  private static Block block(Credential credential) {
    IssuedBadge badge = IssuedBadge.read(credential);
    String path = "/assertions/" + credential.id();
    return new Block(
        badge.name(),
        badge.issuer(),
        "/issuers/" + credential.issuerId(),
        path + "/card.png",
        BadgeDrawing.CARD_WIDTH,
        BadgeDrawing.CARD_HEIGHT,
        path + "/embed");
  }
}
