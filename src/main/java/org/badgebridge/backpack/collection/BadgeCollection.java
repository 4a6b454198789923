package org.badgebridge.backpack.collection;

import java.time.Instant;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.jspecify.annotations.Nullable;

/**
 * Badges that their owner put together under a name.
 *
 * @param description in the owner's words; empty for none
 * @param publicSince since when everybody can see it, and of its badges those that are public; null
 *     while only its owner can
 * @param size how many badges of its owner are in it
 */
public record BadgeCollection(
    UUID id,
    UUID personId,
    String name,
    String description,
    @Nullable Instant publicSince,
    long size) {

  static final String SELECT =
      "select c.*, (select count(*) from badge_collection_entry e join credential k"
          + " on k.id = e.credential_id and k.person_id = c.person_id"
          + " where e.collection_id = c.id) as size from badge_collection c";

  static BadgeCollection read(Row row) {
    return new BadgeCollection(
        row.uuid("id"),
        row.uuid("person_id"),
        row.text("name"),
        row.text("description"),
        row.optionalInstant("public_since"),
        row.count("size"));
  }

  /** Whether everybody can see it. */
  public boolean inPublic() {
    return publicSince != null;
  }
}
