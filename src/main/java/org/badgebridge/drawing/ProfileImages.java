package org.badgebridge.drawing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.badgebridge.drawing.artwork.Artwork;
import org.badgebridge.keys.Digests;

/** The pictures of institutions, issuer groups and issuers: at most one each. */
@ApplicationScoped
public class ProfileImages {

  private final Sql sql;
  private final Clock clock;

  @Inject
  public ProfileImages(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * A picture.
   *
   * @param digest the same picture has always the same
   */
  @SuppressWarnings("ArrayRecordComponent") // written into an answer at once
  public record Image(byte[] png, String digest) {}

  /** Where everybody finds the picture of what has one. */
  public static String address(UUID ownerId) {
    return "/profiles/" + ownerId + "/image.png";
  }

  /** Whether it has one. */
  public boolean has(UUID ownerId) {
    return sql.first(
            "select digest from profile_image where owner_id = ?",
            row -> row.text("digest"),
            ownerId)
        .isPresent();
  }

  /** The picture of an institution, an issuer group or an issuer. */
  public Optional<Image> find(UUID ownerId) {
    return sql.first(
        "select png, digest from profile_image where owner_id = ?",
        row -> new Image(row.bytes("png"), row.text("digest")),
        ownerId);
  }

  /** Keeps a picture in place of the one before; joins the caller's transaction. */
  void keep(UUID ownerId, UUID institutionId, Artwork artwork) {
    byte[] png = artwork.png();
    String digest = HexFormat.of().formatHex(Digests.sha256(png));
    if (!sql.insertOnce(
        "insert into profile_image (owner_id, institution_id, png, digest, updated_at)"
            + " values (?, ?, ?, ?, ?)",
        ownerId,
        institutionId,
        png,
        digest,
        clock.instant())) {
      sql.update(
          "update profile_image set png = ?, digest = ?, updated_at = ? where owner_id = ?",
          png,
          digest,
          clock.instant(),
          ownerId);
    }
  }

  /** Removes it; false if there is none. */
  boolean remove(UUID ownerId) {
    return sql.update("delete from profile_image where owner_id = ?", ownerId) > 0;
  }
}
