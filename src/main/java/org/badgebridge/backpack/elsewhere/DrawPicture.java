package org.badgebridge.backpack.elsewhere;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Base64;
import org.badgebridge.drawing.artwork.Artwork;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.verification.InspectedBadge;
import org.badgebridge.verification.source.NotServed;
import org.badgebridge.verification.source.PublicSources;
import org.badgebridge.verification.source.Served;
import org.badgebridge.verification.source.Sources;
import org.badgebridge.verification.verdict.ShownBadge;
import org.jspecify.annotations.Nullable;

/**
 * Draws the picture of a badge from elsewhere anew, pixel by pixel, so that nothing of a stranger
 * is ever loaded or run by whoever looks at it. May call other systems, so never inside a
 * transaction.
 */
@ApplicationScoped
public class DrawPicture {

  /** Pixels on each side, at most. */
  private static final int PIXELS = 400;

  private static final String ACCEPT = "image/png, image/svg+xml, image/jpeg";
  private static final String DATA = "data:image/png;base64,";
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Sources sources;

  @Inject
  public DrawPicture(PublicSources sources) {
    this((Sources) sources);
  }

  DrawPicture(Sources sources) {
    this.sources = sources;
  }

  /** As PNG: from the file if it is a picture, else from where the badge says; null if neither. */
  byte @Nullable [] of(InspectedBadge inspected, FileKind kind) {
    byte[] drawn = kind == FileKind.PNG || kind == FileKind.SVG ? drawn(inspected.file()) : null;
    return drawn != null ? drawn : named(inspected);
  }

  private byte @Nullable [] named(InspectedBadge inspected) {
    ShownBadge badge = inspected.verdict().badge();
    if (badge != null && badge.picture().startsWith(DATA)) {
      return drawn(Base64.getDecoder().decode(badge.picture().substring(DATA.length())));
    }
    if (!inspected.picture().matches("(?i)https?://\\S{1,2000}")) {
      return null;
    }
    try {
      Served served = sources.get(new URI(inspected.picture()), ACCEPT, PATIENCE);
      return served.ok() ? drawn(served.body()) : null;
    } catch (NotServed | URISyntaxException e) {
      return null; // a badge without a picture is a badge
    }
  }

  private static byte @Nullable [] drawn(byte[] picture) {
    try {
      return Artwork.redrawn(picture).within(PIXELS).png();
    } catch (InvalidFields e) {
      return null; // no picture, or one that we do not draw
    }
  }
}
