package org.badgebridge.backpack.kit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.badgebridge.backpack.elsewhere.ImportedBadges;
import org.badgebridge.credential.CredentialDesk;
import org.badgebridge.credential.SampleAward;
import org.badgebridge.database.Sql;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.keys.ToolKeys;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;

/** Kits, packed by hand. */
public final class SampleKit {

  private SampleKit() {}

  /** A claimed badge of somebody. */
  public static SampleAward claimed(OpenDatabase database, SampleCourse course, Clock clock) {
    SampleAward award = new SampleAward(database, course, course.badgeClass());
    database.execute(
        "update direct_award set state = 'CLAIMED', claimed_at = offered_at where id = ?",
        award.id);
    database.transaction(em -> new CredentialDesk(database, em, clock).issue.issue(award.id));
    return award;
  }

  /** The files of a person's kit, by path, in their order. */
  public static Map<String, byte[]> files(OpenDatabase database, UUID person, Clock clock) {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    write(database, person, clock, zip);
    return unzipped(zip.toByteArray());
  }

  /** Writes a person's kit. */
  static void write(OpenDatabase database, UUID person, Clock clock, OutputStream zip) {
    database.transaction(
        em -> {
          CredentialDesk desk = new CredentialDesk(database, em, clock);
          ToolKeys keys = desk.toolKeys();
          PackKit packing =
              new PackKit(
                  desk.credentials,
                  desk.renditions,
                  desk.holder,
                  desk.surroundings,
                  new PackDocuments(desk.supplements),
                  new PackElsewhere(new ImportedBadges(new Sql(JoinedDataSource.of(em)))),
                  new SignManifest(keys, desk.surroundings(keys)),
                  new PublicOrigin(CredentialDesk.BASE),
                  new Views(),
                  new Words(),
                  clock);
          try {
            packing.write(person, zip);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  static Map<String, byte[]> unzipped(byte[] bytes) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
