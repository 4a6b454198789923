package org.badgebridge.credential.supplement;

import java.time.Instant;
import java.util.UUID;
import org.badgebridge.database.Row;

/**
 * A document that was joined to a badge, in its newest version.
 *
 * @param shown whether its owner lets others see it, wherever they show the badge
 * @param seen the last version that the owner was shown; 0 for none
 * @param number of the newest version, from 1
 * @param bytes how large the file is
 * @param sha256 of the file, in hexadecimal: whoever has the file can compare
 */
public record Supplement(
    UUID id,
    UUID credentialId,
    String title,
    boolean shown,
    int seen,
    int number,
    String fileName,
    DocumentKind kind,
    long bytes,
    String sha256,
    Instant addedAt) {

  static final String COLUMNS =
      "s.id, s.credential_id, s.title, s.shown, s.seen, v.number, v.file_name, v.kind, v.bytes,"
          + " v.sha256, v.added_at";

  static final String FROM =
      " from supplement s join supplement_version v on v.supplement_id = s.id"
          + " and v.number = (select max(w.number) from supplement_version w"
          + " where w.supplement_id = s.id)"
          + " where s.withdrawn_at is null";

  static Supplement read(Row row) {
    return new Supplement(
        row.uuid("id"),
        row.uuid("credential_id"),
        row.text("title"),
        row.flag("shown"),
        row.integer("seen"),
        row.integer("number"),
        row.text("file_name"),
        DocumentKind.valueOf(row.text("kind")),
        row.count("bytes"),
        row.text("sha256"),
        row.instant("added_at"));
  }

  /** Whether the owner has not been shown this version. */
  public boolean isNew() {
    return seen < number;
  }

  /** How large it is, in kilobytes, at least one. */
  public long kilobytes() {
    return Math.max(1, (bytes + 512) / 1024);
  }
}
