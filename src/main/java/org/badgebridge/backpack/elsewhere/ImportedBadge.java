package org.badgebridge.backpack.elsewhere;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.verification.verdict.ShownBadge;
import org.badgebridge.verification.verdict.State;
import org.badgebridge.verification.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A badge of another issuer in somebody's backpack.
 *
 * @param kind of the file that was brought
 * @param bytes of that file
 * @param recipient the owner's address or key ({@link Owner#isKey}) to which it was awarded; null
 *     if that could not be shown
 * @param verdict the last one
 * @param badge what it said of itself when it was brought
 * @param pictured whether there is a picture of it
 * @param keptAt null while its owner has only looked at it
 */
public record ImportedBadge(
    UUID id,
    FileKind kind,
    int bytes,
    @Nullable String recipient,
    Verdict verdict,
    ShownBadge badge,
    boolean pictured,
    Instant broughtAt,
    @Nullable Instant keptAt) {

  static final String COLUMNS =
      "id, kind, bytes, recipient, verdict, picture is not null as pictured, brought_at, kept_at";

  static ImportedBadge read(Row row) {
    Verdict verdict = VerdictJson.read(row.text("verdict"));
    return new ImportedBadge(
        row.uuid("id"),
        FileKind.valueOf(row.text("kind")),
        row.integer("bytes"),
        row.optionalText("recipient"),
        verdict,
        Objects.requireNonNull(verdict.badge()),
        row.flag("pictured"),
        row.instant("brought_at"),
        row.optionalInstant("kept_at"));
  }

  /** The one word about it. Whose it is counts: a badge of nobody in particular is not green. */
  public State state() {
    return verdict.state();
  }

  public boolean isKept() {
    return keptAt != null;
  }

  /** The path of its page. */
  public String path() {
    return ElsewherePage.ADDRESS + "/" + id;
  }

  /** The path of its picture; empty if there is none. */
  public String picture() {
    return pictured ? path() + "/picture.png" : "";
  }

  /** What it says of itself, with its picture from here. */
  public ShownBadge shown() {
    return new ShownBadge(
        badge.name(),
        badge.description(),
        badge.criteria(),
        badge.language(),
        badge.issuer(),
        badge.issuerId(),
        badge.domain(),
        badge.awardedAt(),
        badge.validUntil(),
        picture(),
        "");
  }

  /** How large its file is, in kilobytes, at least one. */
  public int kilobytes() {
    return Math.max(1, (bytes + 512) / 1024);
  }
}
