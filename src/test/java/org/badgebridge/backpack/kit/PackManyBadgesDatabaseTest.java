package org.badgebridge.backpack.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A kit of many badges with documents goes out while it is made. */
class PackManyBadgesDatabaseTest {

  private static final int BADGES = 20;
  private static final int DOCUMENT = 100_000;

  private final MovableClock clock = new MovableClock();

  /** What changes in the database while the first badges go out is in those that come later. */
  private static final class Changing extends OutputStream {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Runnable change;
    private boolean changed;

    Changing(Runnable change) {
      this.change = change;
    }

    @Override
    public void write(int each) {
      write(new byte[] {(byte) each}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      out.write(bytes, from, length);
      if (!changed && out.size() > 3 * DOCUMENT) {
        changed = true;
        change.run();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void isReadBadgeByBadgeAndComplete(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID person = ManyBadges.of(database, clock, BADGES, DOCUMENT);
      byte[] later = "%PDF-later".getBytes(StandardCharsets.US_ASCII);
      Changing zip =
          new Changing(() -> database.execute("update supplement_version set content = ?", later));

      SampleKit.write(database, person, clock, zip);

      Map<String, byte[]> kit = SampleKit.unzipped(zip.out.toByteArray());
      List<byte[]> documents =
          kit.entrySet().stream()
              .filter(each -> each.getKey().contains("/documents/"))
              .map(Map.Entry::getValue)
              .toList();
      assertThat(documents).hasSize(BADGES);
      assertThat(documents.get(0)).hasSize(DOCUMENT);
      assertThat(documents.get(BADGES - 1)).isEqualTo(later);
      assertThat(kit.keySet()).filteredOn(each -> each.endsWith("badge.jwt")).hasSize(BADGES);
      assertThat(kit.keySet()).endsWith("manifest.json", "manifest.jws", "SHA256SUMS");
    }
  }
}
