package org.badgebridge.backpack.kit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.backpack.elsewhere.ImportDesk;
import org.badgebridge.backpack.elsewhere.StrangeBadge;
import org.badgebridge.credential.SampleAward;
import org.badgebridge.keys.Digests;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.badgebridge.verification.FakeWeb;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a kit holds beside the badges that were issued here. */
class PackWhatLiesBesideDatabaseTest {

  private static final String DOCUMENT = "badges/0001-logician/documents/01-diploma-supplement.pdf";
  private static final String BROUGHT = "elsewhere/0001-welding/original.json";

  private final MovableClock clock = new MovableClock();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void holdsTheDocumentsOfEachBadgeInTheirNewestVersionWithTheirSums(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleAward award = SampleKit.claimed(database, new SampleCourse(database), clock);
      supplement(database, award, "Diploma supplement");
      byte[] newest = "%PDF-2 newest".getBytes(StandardCharsets.US_ASCII);

      Map<String, byte[]> kit = SampleKit.files(database, award.person, clock);

      String sum = HexFormat.of().formatHex(Digests.sha256(newest));
      assertThat(kit.get(DOCUMENT)).isEqualTo(newest);
      JsonObject manifest = manifest(kit);
      assertThat(manifest.getJsonObject("sha256").getString(DOCUMENT)).isEqualTo(sum);
      JsonObject document = manifest.getJsonArray("documents").getJsonObject(0);
      assertThat(document.getString("title")).isEqualTo("Diploma supplement");
      assertThat(document.getString("file")).isEqualTo(DOCUMENT);
      assertThat(document.getString("sha256")).isEqualTo(sum);
      assertThat(text(kit, "index.html"))
          .contains("href=\"" + DOCUMENT + "\"", "Diploma supplement", sum);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void holdsWhatWasBroughtFromElsewhereAsItWasApartFromOurs(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      SampleAward award = SampleKit.claimed(database, new SampleCourse(database), clock);
      SampleAward other = SampleKit.claimed(database, new SampleCourse(database), clock);
      String badge = StrangeBadge.ofAKey();
      database.transaction(
          em -> new ImportDesk(em, new FakeWeb(), clock).keep(award.person, badge));

      Map<String, byte[]> kit = SampleKit.files(database, award.person, clock);

      assertThat(text(kit, BROUGHT)).isEqualTo(badge);
      JsonObject manifest = manifest(kit);
      assertThat(manifest.getJsonObject("sha256").getString(BROUGHT))
          .isEqualTo(
              HexFormat.of().formatHex(Digests.sha256(badge.getBytes(StandardCharsets.UTF_8))));
      JsonObject brought = manifest.getJsonArray("elsewhere").getJsonObject(0);
      assertThat(brought.getString("name")).isEqualTo("Welding");
      assertThat(brought.getString("state")).isEqualTo("RECIPIENT_UNKNOWN");
      assertThat(text(kit, "kit-data.js")).doesNotContain("Welding");
      for (String page : new String[] {"index.html", "index.nl.html"}) {
        assertThat(text(kit, page))
            .contains("href=\"" + BROUGHT + "\"", "School of Examples")
            .doesNotContain("backpack.");
      }
      assertThat(SampleKit.files(database, other.person, clock).keySet())
          .noneMatch(path -> path.startsWith("elsewhere/"));
    }
  }

  private static void supplement(OpenDatabase database, SampleAward award, String title) {
    UUID id = UUID.randomUUID();
    database.execute(
        "insert into supplement (id, credential_id, title, shown, seen, created_at)"
            + " select ?, id, ?, false, 0, issued_at from credential where award_id = ?",
        id,
        title,
        award.id);
    for (int number = 1; number <= 2; number++) {
      byte[] content =
          (number == 1 ? "%PDF-1 old" : "%PDF-2 newest").getBytes(StandardCharsets.US_ASCII);
      database.execute(
          "insert into supplement_version (supplement_id, number, file_name, kind, bytes, sha256,"
              + " content, added_at, added_by) values (?, ?, '../x.pdf', 'PDF', ?, ?, ?, ?, 'x')",
          id,
          number,
          content.length,
          HexFormat.of().formatHex(Digests.sha256(content)),
          content,
          SampleCourse.THEN);
    }
  }

  private static String text(Map<String, byte[]> kit, String path) {
    return new String(kit.get(path), StandardCharsets.UTF_8);
  }

  private static JsonObject manifest(Map<String, byte[]> kit) {
    try (JsonReader reader =
        Json.createReader(new ByteArrayInputStream(kit.get("manifest.json")))) {
      return reader.readObject();
    }
  }
}
