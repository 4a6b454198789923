package org.badgebridge.credential;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What others read of a badge is, letter by letter, what {@code src/test/resources/golden} says.
 * After a change that was meant, {@code -Dgolden.write=true} writes the files anew.
 */
class GoldenFilesDatabaseTest {

  private static final Path FOLDER = Path.of("src/test/resources/golden");
  private static final boolean WRITE = Boolean.getBoolean("golden.write");

  /** One file, and what is in it now. */
  private interface Wire {
    String read(GoldenBadge badge, CredentialDesk desk, EntityManager em);
  }

  private static final Map<String, Wire> FILES =
      new TreeMap<>(
          Map.of(
              "badge.json", (badge, desk, em) -> text(badge, desk, em, Rendition.JSON),
              "badge.jwt", (badge, desk, em) -> text(badge, desk, em, Rendition.JWT),
              "badge.svg.head", (badge, desk, em) -> head(text(badge, desk, em, Rendition.SVG)),
              "badge.png.chunk",
                  (badge, desk, em) -> chunk(desk.file(badge.credential(em), Rendition.PNG)),
              "badge.en.pdf.txt", (badge, desk, em) -> pdf(badge, desk, em, "en"),
              "badge.nl.pdf.txt", (badge, desk, em) -> pdf(badge, desk, em, "nl"),
              "ob2-assertion.json",
                  (badge, desk, em) -> desk.hosted.assertion(badge.credential(em)).toString(),
              "ob2-revoked.json",
                  (badge, desk, em) -> desk.hosted.revoked(badge.credential(em)).toString(),
              "ob2-badge.json",
                  (badge, desk, em) ->
                      desk.hostedBadgeClasses.version(badge.version(em)).toString(),
              "ob2-issuer.json",
                  (badge, desk, em) ->
                      desk.hostedBadgeClasses.issuer(badge.issuer(em)).toString()));

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theWireIsAsItWas(TestDatabase kind) throws IOException {
    try (OpenDatabase database = kind.open()) {
      GoldenBadge badge = new GoldenBadge(database);
      for (Map.Entry<String, Wire> each : FILES.entrySet()) {
        String now =
            database.compute(
                em ->
                    each.getValue()
                        .read(badge, new CredentialDesk(database, em, GoldenBadge.CLOCK), em));
        Path file = FOLDER.resolve(each.getKey());
        if (WRITE) {
          Files.writeString(file, now + "\n");
        }
        assertThat(now).as(each.getKey()).isEqualTo(Files.readString(file).replaceFirst("\n$", ""));
      }
    }
  }

  private static String text(
      GoldenBadge badge, CredentialDesk desk, EntityManager em, Rendition rendition) {
    return new String(desk.file(badge.credential(em), rendition), StandardCharsets.UTF_8);
  }

  /** Without the drawing. */
  private static String head(String svg) {
    String end = "</openbadges:credential>";
    return svg.substring(0, svg.indexOf(end) + end.length());
  }

  /** The first chunk behind the header, without length and checksum. */
  private static String chunk(byte[] png) {
    int length = ByteBuffer.wrap(png).getInt(33);
    return new String(png, 37, length + 4, StandardCharsets.UTF_8).replace("\0", "\\0");
  }

  private static String pdf(
      GoldenBadge badge, CredentialDesk desk, EntityManager em, String language) {
    byte[] file = desk.file(badge.credential(em), Rendition.PDF, Locale.forLanguageTag(language));
    try (PDDocument document = Loader.loadPDF(file)) {
      return new PDFTextStripper().getText(document).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
