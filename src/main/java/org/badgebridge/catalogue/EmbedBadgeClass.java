package org.badgebridge.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.web.Link;
import org.badgebridge.web.embed.Block;
import org.badgebridge.web.embed.Embeddable;

/** The pages of badge classes as blocks. */
@ApplicationScoped
class EmbedBadgeClass implements Embeddable {

  private static final Pattern PAGE =
      Pattern.compile("/badges/([0-9a-f-]{36})(?:/versions/[0-9]{1,6})?/?(?:[?#].*)?");
  private static final int THUMBNAIL = 400;

  private final BadgeClasses badgeClasses;
  private final Entries entries;

  @Inject
  EmbedBadgeClass(BadgeClasses badgeClasses, Entries entries) {
    this.badgeClasses = badgeClasses;
    this.entries = entries;
  }

  @Override
  public Optional<Block> block(String path, Locale reader) {
    Matcher page = PAGE.matcher(path);
    return page.matches()
        ? Optional.ofNullable(Link.id(page.group(1)))
            .flatMap(badgeClasses::find)
            .filter(BadgeClass::isPublic)
            .map(found -> block(entries.of(List.of(found), reader).get(0)))
        : Optional.empty();
  }

  private static Block block(Entry entry) {
    return new Block(
        entry.name(),
        entry.issuer(),
        "/issuers/" + entry.issuerId(),
        entry.path() + "/image.png?size=" + THUMBNAIL,
        THUMBNAIL,
        THUMBNAIL,
        "/embed?badge=" + entry.id());
  }
}
