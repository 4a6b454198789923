package org.badgebridge.backpack.kit;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.IssuedBadge;
import org.jspecify.annotations.Nullable;

/**
 * A badge as the pages of a kit show it.
 *
 * @param folder of its files, without a slash at the end
 * @param badge what was signed
 * @param revoked when it was taken back; null if it holds
 * @param documents that were joined to it
 */
public record KitBadge(
    String folder,
    IssuedBadge badge,
    UUID issuerId,
    UUID statusListId,
    Instant issued,
    @Nullable Instant revoked,
    List<KitDocument> documents) {

  private static final int LONGEST_NAME = 40;

  static KitBadge of(int number, Credential credential, UUID statusListId) {
    IssuedBadge badge = IssuedBadge.read(credential);
    return new KitBadge(
        "badges/" + String.format(Locale.ROOT, "%04d", number) + slug(badge.name()),
        badge,
        credential.issuerId(),
        statusListId,
        credential.issuedAt(),
        credential.revokedAt(),
        List.of());
  }

  KitBadge with(List<KitDocument> joined) {
    return new KitBadge(folder, badge, issuerId, statusListId, issued, revoked, joined);
  }

  /** What of a name every file system takes, behind a dash; empty if nothing is left. */
  static String slug(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("[^A-Za-z0-9]+", "-")
            .replaceAll("^-+|-+$", "")
            .toLowerCase(Locale.ROOT);
    String cut = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
    return cut.isEmpty() ? "" : "-" + cut;
  }
}
