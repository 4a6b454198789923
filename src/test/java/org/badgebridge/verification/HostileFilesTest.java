package org.badgebridge.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.badgebridge.credential.baking.BakedPng;
import org.badgebridge.credential.baking.BakedSvg;
import org.badgebridge.credential.baking.Baking;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.verification.verdict.Check;
import org.badgebridge.verification.verdict.Probe;
import org.badgebridge.verification.verdict.State;
import org.badgebridge.verification.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that try to hide a badge, to hide in a badge, or to cost more than they weigh. */
class HostileFilesTest {

  private static final byte[] PIXEL =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  private static final StrangeIssuer ISSUER = new StrangeIssuer();
  private static final String DID = "did:key:" + ISSUER.multibase();
  private static final String BADGE =
      ISSUER.sign(StrangeIssuer.badge(DID).build(), DID + "#" + ISSUER.multibase()).toString();
  private static final String SVG =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0h1v1z\"/></svg>";

  private final FakeWeb web = new FakeWeb();
  private final VerifyBadge verifying =
      new VerifyBadge(web, new PublicOrigin("https://badges.example.org"), Clock.systemUTC());

  @Test
  void readsABadgeFromEveryContainer() {
    byte[] png = BakedPng.bake(PIXEL, Baking.OPEN_BADGES_3, BADGE);
    String svg = BakedSvg.bake(SVG, Baking.OPEN_BADGES_3, BADGE);
    for (byte[] file :
        List.of(png, utf8(svg), utf8("\uFEFF " + BADGE), pdf(utf8(BADGE)), pdf(deflated(BADGE)))) {
      assertThat(verifying.verify(file, "").state()).isEqualTo(State.VALID);
    }
  }

  static Stream<Arguments> hostile() {
    String deep = "[".repeat(5_000) + "]".repeat(5_000);
    String twice = BakedSvg.bake(SVG, Baking.OPEN_BADGES_3, BADGE);
    return Stream.of(
        row("nothing", new byte[0], "file.nothing"),
        row("a megabyte and more", new byte[(1 << 20) + 1], "file.too-large"),
        row("a photograph without a badge", PIXEL, "file.no-badge-in-picture"),
        row(
            "a compressed text (zTXt)",
            chunk("zTXt", deflated("x".repeat(1 << 24)), 1),
            "file.compressed"),
        row(
            "a compressed text (iTXt)",
            chunk("iTXt", deflated("x".repeat(1 << 24)), 5),
            "file.compressed"),
        row("a chunk longer than the file", truncated(), "file.damaged"),
        row("deep JSON", utf8("{\"a\":" + deep + "}"), "file.no-json"),
        row("many members", utf8("{\"a\":[" + "1,".repeat(30_000) + "1]}"), "file.too-complex"),
        row("a member twice", utf8("{\"a\":1,\"a\":2}"), "file.no-json"),
        row("a number without end", utf8("{\"a\":" + "9".repeat(10_000) + "}"), "file.no-json"),
        row("an exponent without end", utf8("{\"a\":1e999999999}"), "file.too-complex"),
        row("two documents", utf8(BADGE + BADGE), "file.no-json"),
        row("an array", utf8("[" + BADGE + "]"), "file.no-badge"),
        row("binary", new byte[] {1, 2, 3, 4, (byte) 0xff}, "file.no-badge"),
        row("an entity bomb", utf8("<!DOCTYPE svg [<!ENTITY a \"aaaa\">]>" + SVG), "file.entities"),
        row(
            "an outside entity",
            utf8("<!DOCTYPE svg SYSTEM \"file:///etc/passwd\">" + SVG),
            "file.entities"),
        row(
            "deep SVG",
            utf8("<svg>" + "<g>".repeat(2_000) + "</g>".repeat(2_000) + "</svg>"),
            "file.too-complex"),
        row("broken SVG", utf8("<svg><g></svg>"), "file.damaged"),
        row("an SVG without a badge", utf8(SVG), "file.no-badge-in-picture"),
        row("a PDF without a badge", pdf(utf8("q Q")), "file.no-badge-in-pdf"),
        row("a PDF with a bomb", pdf(deflated("{" + " ".repeat(1 << 26))), "file.no-badge-in-pdf"),
        row(
            "two badges in a picture",
            utf8(twice.replaceFirst("(<openbadges:credential>.*</openbadges:credential>)", "$1$1")),
            "file.twice"),
        row("a damaged chunk", damaged(), "file.damaged"));
  }

  private static Arguments row(String what, byte[] file, String key) {
    return Arguments.of(what, file, key);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void saysWhatIsWrongAndNeverSaysValid(String what, byte[] file, String key) {
    long before = System.nanoTime();
    Verdict verdict = verifying.verify(file, "");
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    Check first = verdict.checks().get(0);
    assertThat(first.probe()).isEqualTo(Probe.FILE);
    assertThat(first.key()).as(first.toString()).isEqualTo("verification." + key);
    assertThat(verdict.state()).isIn(State.UNREADABLE, State.INVALID);
    assertThat(web.asked).isEmpty();
  }

  @Test
  void twoChunksWithTheSameBadgeAreOneTooMany() {
    byte[] once = BakedPng.bake(PIXEL, Baking.OPEN_BADGES_3, BADGE);
    byte[] twice = BakedPng.bake(once, Baking.OPEN_BADGES_3, BADGE);
    Verdict verdict = verifying.verify(twice, "");
    assertThat(verdict.state()).isEqualTo(State.INVALID);
    assertThat(verdict.checks().get(0).key()).isEqualTo("verification.file.twice");
  }

  @Test
  void aGraphMadeToTakeForeverIsGivenUp() {
    // a clique of nodes without names, which canonicalisation cannot tell apart
    List<String> nodes = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      StringBuilder links = new StringBuilder();
      for (int j = 0; j < 12; j++) {
        links
            .append(j == 0 ? "" : ",")
            .append("{\"id\":\"_:n")
            .append(j)
            .append("\",\"type\":[\"Related\"]}");
      }
      nodes.add("{\"id\":\"_:n" + i + "\",\"type\":[\"Achievement\"],\"related\":[" + links + "]}");
    }
    String poison =
        BADGE.replaceFirst(
            "\"achievement\":\\{",
            "\"achievement\":{\"related\":[" + String.join(",", nodes) + "],");
    long before = System.nanoTime();
    assertThat(verifying.verify(poison, "").state()).isNotEqualTo(State.VALID);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(30));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] deflated(String text) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(utf8(text));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return packed.toByteArray();
  }

  private static byte[] pdf(byte[] stream) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    pdf.writeBytes(utf8("%PDF-1.6\n1 0 obj\n<</Length " + stream.length + ">>\nstream\r\n"));
    pdf.writeBytes(stream);
    pdf.writeBytes(utf8("\nendstream\nendobj\n%%EOF\n"));
    return pdf.toByteArray();
  }

  /** A PNG with one chunk: keyword, zero, so many bytes that tell of compression, content. */
  private static byte[] chunk(String name, byte[] packed, int between) {
    byte[] keyword = utf8("openbadgecredential\0");
    byte[] flags = new byte[between];
    if (name.equals("iTXt")) {
      flags[0] = 1;
    }
    byte[] content =
        ByteBuffer.allocate(keyword.length + between + packed.length)
            .put(keyword)
            .put(flags)
            .put(packed)
            .array();
    CRC32 checksum = new CRC32();
    checksum.update(utf8(name));
    checksum.update(content);
    return ByteBuffer.allocate(PIXEL.length + 12 + content.length)
        .put(PIXEL, 0, 33)
        .putInt(content.length)
        .put(utf8(name))
        .put(content)
        .putInt((int) checksum.getValue())
        .put(PIXEL, 33, PIXEL.length - 33)
        .array();
  }

  private static byte[] truncated() {
    byte[] png = PIXEL.clone();
    png[33] = 0x7f;
    return png;
  }

  private static byte[] damaged() {
    byte[] png = BakedPng.bake(PIXEL, Baking.OPEN_BADGES_3, BADGE);
    int at = new String(png, StandardCharsets.ISO_8859_1).indexOf("Welds well");
    png[at] = 'M';
    return png;
  }
}
