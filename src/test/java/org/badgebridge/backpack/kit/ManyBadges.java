package org.badgebridge.backpack.kit;

import java.time.Clock;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import org.badgebridge.credential.CredentialDesk;
import org.badgebridge.credential.SampleAward;
import org.badgebridge.keys.Digests;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;

/** A person with many badges, each with a document that no ZIP makes smaller. */
final class ManyBadges {

  private ManyBadges() {}

  static UUID of(OpenDatabase database, Clock clock, int badges, int bytes) {
    SampleCourse course = new SampleCourse(database);
    UUID badgeClass = course.badgeClass();
    UUID person = UUID.randomUUID();
    database.execute(
        "insert into person (id, created_at) values (?, ?)", person, SampleCourse.THEN);
    Random random = new Random(7);
    for (int i = 0; i < badges; i++) {
      SampleAward award = new SampleAward(database, course, badgeClass);
      database.execute(
          "update direct_award set state = 'CLAIMED', claimed_at = offered_at where id = ?",
          award.id);
      database.transaction(em -> new CredentialDesk(database, em, clock).issue.issue(award.id));
      document(database, award, random, bytes);
    }
    database.execute("update credential set person_id = ?", person);
    return person;
  }

  private static void document(OpenDatabase database, SampleAward award, Random random, int bytes) {
    UUID id = UUID.randomUUID();
    byte[] content = new byte[bytes];
    random.nextBytes(content);
    database.execute(
        "insert into supplement (id, credential_id, title, shown, seen, created_at)"
            + " select ?, id, 'Diploma supplement', false, 0, issued_at from credential"
            + " where award_id = ?",
        id,
        award.id);
    database.execute(
        "insert into supplement_version (supplement_id, number, file_name, kind, bytes, sha256,"
            + " content, added_at, added_by) values (?, 1, 'x.pdf', 'PDF', ?, ?, ?, ?, 'x')",
        id,
        content.length,
        HexFormat.of().formatHex(Digests.sha256(content)),
        content,
        SampleCourse.THEN);
  }
}
