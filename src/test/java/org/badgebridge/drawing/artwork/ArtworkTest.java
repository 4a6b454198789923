package org.badgebridge.drawing.artwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.web.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads as they come, and as somebody hostile makes them (facts/field.md §6c 37 and 38). */
@Timeout(60)
class ArtworkTest {

  @ParameterizedTest
  @CsvSource({"png,900,600,600", "jpeg,900,600,600", "jpeg,3000,3000,800", "png,10,30,10"})
  void cutsAPictureWithoutTransparencyToASquare(String format, int width, int height, int side)
      throws IOException {
    Artwork artwork =
        Artwork.redrawn(Uploads.picture(format, width, height, BufferedImage.TYPE_INT_RGB));
    assertThat(artwork.fillsItsSquare()).isTrue();
    assertThat(image(artwork).getWidth()).isEqualTo(side);
    assertThat(image(artwork).getHeight()).isEqualTo(side);
  }

  @Test
  void putsATransparentPictureIntoASquare() throws IOException {
    Artwork artwork =
        Artwork.redrawn(Uploads.picture("png", 300, 100, BufferedImage.TYPE_INT_ARGB));
    assertThat(artwork.fillsItsSquare()).isFalse();
    assertThat(image(artwork).getWidth()).isEqualTo(300);
    assertThat(image(artwork).getRGB(150, 20) >>> 24).isZero();
    assertThat(image(artwork).getRGB(150, 150) >>> 24).isEqualTo(255);
    assertThat(image(artwork.within(60)).getWidth()).isEqualTo(60);
    assertThat(artwork.within(60).fillsItsSquare()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "50000,50000",
    "4097,10",
    "10,4097",
    "-1,-1",
    "2147483647,2147483647",
    "1,-2147483648"
  })
  void refusesTooManyPixelsByTheHeader(int width, int height) {
    refused(Uploads.pngHeader(width, height), "too-many-pixels");
  }

  @Test
  void refusesAJpegOfTooManyPixelsByItsHeader() {
    byte[] jpeg = Uploads.picture("jpeg", 40, 40, BufferedImage.TYPE_INT_RGB);
    int frame = indexOf(jpeg, new byte[] {(byte) 0xFF, (byte) 0xC0});
    Arrays.fill(jpeg, frame + 5, frame + 9, (byte) 0xF0);
    refused(jpeg, "too-many-pixels");
  }

  @ParameterizedTest
  @CsvSource({"0,0", "0,5"})
  void refusesAPictureWithoutPixels(int width, int height) {
    refused(Uploads.pngHeader(width, height), "damaged");
  }

  @Test
  void readsTheLargestPictureInBoundedMemory() throws IOException {
    byte[] large = Uploads.emptyPng(Pixels.MOST, Pixels.MOST);
    long before = used();
    Artwork artwork = Artwork.redrawn(large);
    assertThat(image(artwork).getWidth()).isEqualTo(800);
    assertThat(used() - before).isLessThan(120L << 20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zTXt", "iTXt", "iCCP"})
  void neverInflatesWhatIsNoPixel(String type) throws IOException {
    byte[] bomb = Uploads.textBomb(type, 300);
    assertThat(bomb.length).isLessThan(Artwork.LARGEST_UPLOAD);
    long before = used();
    Artwork artwork = Artwork.redrawn(Uploads.pngWith(bomb));
    assertThat(image(artwork).getWidth()).isEqualTo(64);
    assertThat(used() - before).isLessThan(60L << 20);
  }

  @Test
  void keepsNothingOfAPolyglot() {
    String page = "<html><script>alert(document.domain)</script></html>";
    byte[] behind = Uploads.join(Uploads.pngWith(), Uploads.text(page + "%PDF-1.7 PK\u0003\u0004"));
    byte[] within = Uploads.pngWith(Uploads.chunk("tEXt", Uploads.text("c\0" + page)));
    byte[] jpeg = Uploads.picture("jpeg", 40, 40, BufferedImage.TYPE_INT_RGB);
    byte[] comment =
        Uploads.join(
            Arrays.copyOf(jpeg, 2),
            new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (page.length() + 2)},
            Uploads.text(page),
            Arrays.copyOfRange(jpeg, 2, jpeg.length));
    for (byte[] upload : new byte[][] {behind, within, comment}) {
      byte[] png = Artwork.redrawn(upload).png();
      assertThat(new String(png, StandardCharsets.ISO_8859_1))
          .startsWith("\u0089PNG")
          .doesNotContain("script", "html", "PDF", "tEXt", "PK");
    }
  }

  @Test
  void refusesMovingPictures() {
    refused(Uploads.pngWith(Uploads.chunk("acTL", new byte[8])), "animated");
    refused(Uploads.picture("gif", 20, 20, BufferedImage.TYPE_INT_RGB), "kind");
    refused(Uploads.join(Uploads.text("GIF89a"), new byte[1000]), "kind");
  }

  @Test
  void refusesAJpegOfEndlessScans() {
    byte[] jpeg = Uploads.picture("jpeg", 40, 40, BufferedImage.TYPE_INT_RGB);
    int scan = indexOf(jpeg, new byte[] {(byte) 0xFF, (byte) 0xDA});
    byte[] again = Arrays.copyOfRange(jpeg, scan, jpeg.length - 2);
    byte[] upload = Arrays.copyOf(jpeg, jpeg.length - 2);
    for (int i = 0; i < 1000; i++) {
      upload = i % 100 == 0 ? Uploads.join(upload, again, again, again, again) : upload;
    }
    refused(upload, "too-complex");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<",
        "%PDF-1.7",
        "PK\u0003\u0004",
        "BM",
        "RIFF0000WEBP",
        "<html></html>",
        "hello"
      })
  void refusesWhatIsNoPicture(String upload) {
    assertThatThrownBy(() -> Artwork.redrawn(Uploads.text(upload)))
        .isInstanceOf(InvalidFields.class);
  }

  @Test
  void refusesLargeFiles() {
    refused(new byte[Artwork.LARGEST_UPLOAD + 1], "too-heavy");
  }

  @Test
  void endsEveryDamageInADeclaredRefusal() {
    byte[] png = Uploads.picture("png", 80, 60, BufferedImage.TYPE_INT_ARGB);
    byte[] jpeg = Uploads.picture("jpeg", 80, 60, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(38);
    for (byte[] whole : new byte[][] {png, jpeg}) {
      for (int i = 0; i < 300; i++) {
        byte[] cut = Arrays.copyOf(whole, random.nextInt(whole.length));
        takenOrRefused(cut);
        byte[] changed = whole.clone();
        for (int j = 0; j < 4; j++) {
          changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        takenOrRefused(changed);
      }
    }
  }

  private static void takenOrRefused(byte[] upload) {
    try {
      assertThat(Artwork.redrawn(upload).png()).isNotEmpty();
    } catch (InvalidFields refused) {
      assertThat(refused.faults()).isNotEmpty();
    }
  }

  static void refused(byte[] upload, String reason) {
    assertThatThrownBy(() -> Artwork.redrawn(upload))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            problem -> {
              FieldFault fault = problem.faults().get(0);
              assertThat(fault.field()).isEqualTo("picture");
              assertThat(fault.key()).isEqualTo("drawing.artwork." + reason);
              for (Locale language : Words.LANGUAGES) {
                assertThat(new Words().text(language, fault.key())).isNotEqualTo(fault.key());
              }
            });
  }

  private static BufferedImage image(Artwork artwork) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(artwork.png()));
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    for (int i = 0; i < bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    throw new AssertionError("not in there");
  }

  /** What this JVM's heap holds right now, garbage that nobody collected yet included. */
  private static long used() {
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
