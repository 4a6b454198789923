package org.badgebridge.backpack.elsewhere;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.badgebridge.credential.baking.BakedSvg;
import org.badgebridge.credential.baking.Baking;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that are meant to harm a backpack, or whoever looks into it. */
class HostileImportDatabaseTest {

  private static final String ADA = "ada@home.example";

  private final MovableClock clock = new MovableClock();
  private final StrangeBadge strange = new StrangeBadge();

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void areRefusedAndNothingOfThemIsStored(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID ada = ada(database);
      List<byte[]> files =
          List.of(
              new byte[0],
              new byte[20 << 20],
              png("zTXt", deflated("x".repeat(1 << 24))),
              png("iTXt", deflated("x".repeat(1 << 24))),
              utf8("<!DOCTYPE svg [<!ENTITY a \"" + "a".repeat(1000) + "\">]><svg>&a;</svg>"),
              utf8("<!DOCTYPE svg SYSTEM \"file:///etc/passwd\"><svg/>"),
              utf8("{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}"),
              utf8("file:///etc/passwd"),
              utf8("javascript:alert(1)"));
      for (byte[] each : files) {
        long before = System.nanoTime();
        BringBadge.Brought brought =
            database.compute(
                em -> new ImportDesk(em, strange.web, clock).bringing.bring(ada, each));
        assertThat(brought.refusal()).isEqualTo(Refusal.UNREADABLE);
        assertThat(brought.badge()).isNull();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
      }
      assertThat(database.count("select count(*) from imported_badge")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aPictureThatRunsIsNotDrawnAndItsBadgeIsKeptWithout(TestDatabase kind) {
    try (OpenDatabase database = kind.open()) {
      UUID ada = ada(database);
      String hostile = StrangeBadge.SVG.replace("<path", "<script>alert(1)</script><path");
      String svg = BakedSvg.bake(hostile, Baking.OPEN_BADGES_3, strange.to(ADA));
      ImportedBadge held =
          database.compute(em -> new ImportDesk(em, strange.web, clock).bring(ada, svg)).badge();
      assertThat(held).isNotNull();
      assertThat(held.pictured()).isFalse();
      assertThat(held.picture()).isEmpty();
    }
  }

  private UUID ada(OpenDatabase database) {
    UUID learner = new SampleCourse(database).learner("Ada");
    UUID person =
        database.compute(
            em ->
                em.createQuery("select u.personId from LmsUser u where u.id = :id", UUID.class)
                    .setParameter("id", learner)
                    .getSingleResult());
    database.transaction(em -> new ImportDesk(em, strange.web, clock).addresses.add(person, ADA));
    return person;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A picture of one pixel, with a text that is compressed. */
  private static byte[] png(String type, byte[] packed) {
    byte[] header = ByteBuffer.allocate(13).putInt(1).putInt(1).put((byte) 8).array();
    byte[] words = utf8("openbadgecredential");
    byte[] flags = type.equals("iTXt") ? new byte[] {0, 1, 0, 0, 0} : new byte[] {0, 0};
    byte[] text =
        ByteBuffer.allocate(words.length + flags.length + packed.length)
            .put(words)
            .put(flags)
            .put(packed)
            .array();
    byte[] signature = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    Stream.of(signature, chunk("IHDR", header), chunk(type, text), chunk("IEND", new byte[0]))
        .forEach(png::writeBytes);
    return png.toByteArray();
  }

  private static byte[] chunk(String type, byte[] content) {
    ByteBuffer chunk = ByteBuffer.allocate(content.length + 12).putInt(content.length);
    chunk.put(utf8(type)).put(content);
    CRC32 sum = new CRC32();
    sum.update(chunk.array(), 4, content.length + 4);
    return chunk.putInt((int) sum.getValue()).array();
  }

  private static byte[] deflated(String text) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      deflater.write(utf8(text));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return packed.toByteArray();
  }
}
