package org.badgebridge.backpack.collection;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The page on which an owner shows all that is public of theirs.
 *
 * @param slug the end of its address; empty until it is chosen
 * @param title what stands above it; their name, if they want
 * @param intro in their words; empty for none
 * @param publicSince since when everybody can see it; null while only its owner can
 */
public record Portfolio(
    UUID personId, String slug, String title, String intro, @Nullable Instant publicSince) {

  /** Whether everybody can see it. */
  public boolean inPublic() {
    return publicSince != null;
  }
}
