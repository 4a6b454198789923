package org.badgebridge.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.badgebridge.web.Words;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the certificates of a badge share: its picture, and the letters. */
class CertificatePictureDatabaseTest {

  private static final Clock CLOCK =
      Clock.fixed(SampleCourse.THEN.toInstant().plusSeconds(60), ZoneOffset.UTC);

  private static OpenDatabase database;
  private static SampleCourse course;

  @BeforeAll
  static void open() {
    database = TestDatabase.H2.open();
    course = new SampleCourse(database);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static Credential issued() {
    SampleAward award = new SampleAward(database, course, course.badgeClass());
    return database.compute(
        em -> {
          CredentialDesk desk = new CredentialDesk(database, em, CLOCK);
          desk.awards.locked(award.id).claim(CLOCK.instant());
          return desk.issue.issue(award.id);
        });
  }

  private static byte[] pdf(Credential credential, Locale reader) {
    return database.compute(
        em -> new CredentialDesk(database, em, CLOCK).file(credential, Rendition.PDF, reader));
  }

  @Test
  void isInTheCertificatePixelForPixel() throws IOException {
    Credential credential = issued();
    byte[] png =
        database.compute(
            em -> new CredentialDesk(database, em, CLOCK).renditions.drawn(credential).png());
    BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(png));
    try (PDDocument document = Loader.loadPDF(pdf(credential, Locale.ENGLISH))) {
      PDResources resources = document.getPage(0).getResources();
      COSName name = resources.getXObjectNames().iterator().next();
      PDImageXObject picture = (PDImageXObject) resources.getXObject(name);
      assertThat(argb(picture.getImage())).isEqualTo(argb(drawn));
    }
  }

  private static int[] argb(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  @Test
  void isDrawnOnceForAllFilesOfABadgeAndTheyStayWhatTheyAre() {
    Credential credential = issued();
    database.transaction(
        em -> {
          CredentialDesk desk = new CredentialDesk(database, em, CLOCK);
          DrawnBadge drawn = desk.renditions.drawn(credential);
          assertThat(drawn.png()).isSameAs(drawn.png());
          assertThat(drawn.printed()).isSameAs(drawn.printed());
          String holder = desk.holder.name(credential);
          for (Rendition each : Rendition.values()) {
            for (Locale reader : Words.LANGUAGES) {
              assertThat(
                      desk.renditions.file(credential, each, reader, holder, drawn).bytes().get())
                  .as(each + " " + reader)
                  .isEqualTo(desk.file(credential, each, reader));
            }
          }
        });
  }

  @Test
  void lettersServeManyCertificatesAtATime() throws Exception {
    List<Credential> badges = List.of(issued(), issued(), issued(), issued());
    List<byte[]> oneByOne = new ArrayList<>();
    badges.forEach(each -> oneByOne.add(pdf(each, Locale.ENGLISH)));
    ExecutorService workers = Executors.newFixedThreadPool(badges.size());
    try {
      for (int round = 0; round < 5; round++) {
        List<Callable<byte[]>> work = new ArrayList<>();
        badges.forEach(each -> work.add(() -> pdf(each, Locale.ENGLISH)));
        int next = 0;
        for (Future<byte[]> each : workers.invokeAll(work)) {
          assertThat(each.get()).isEqualTo(oneByOne.get(next++));
        }
      }
    } finally {
      workers.shutdownNow();
    }
  }
}
