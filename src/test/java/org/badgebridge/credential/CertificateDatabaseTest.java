package org.badgebridge.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.badgebridge.identity.Actor;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateDatabaseTest {

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

  @Test
  void carriesTheSignedBadgeLetterByLetter() throws Exception {
    Credential credential = issue(award());
    try (PDDocument document = pdf(credential, CLOCK)) {
      var files = document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
      PDComplexFileSpecification file = files.get("badge-" + credential.id() + ".json");
      assertThat(file).isNotNull();
      assertThat(new String(file.getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8))
          .isEqualTo(credential.document());
    }
  }

  @Test
  void aTelephoneReadsTheAddressOfTheBadgeFromThePaper() throws Exception {
    Credential credential = issue(award());
    String address = CredentialDesk.BASE + "/assertions/" + credential.id();
    try (PDDocument document = pdf(credential, CLOCK)) {
      BufferedImage paper = new PDFRenderer(document).renderImageWithDPI(0, 150);
      int[] pixels =
          paper.getRGB(0, 0, paper.getWidth(), paper.getHeight(), null, 0, paper.getWidth());
      var light = new RGBLuminanceSource(paper.getWidth(), paper.getHeight(), pixels);
      var read = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(light)));
      assertThat(read.getText()).isEqualTo(address);
      PDAnnotationLink link = (PDAnnotationLink) document.getPage(0).getAnnotations().get(0);
      assertThat(((PDActionURI) link.getAction()).getURI()).isEqualTo(address);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zoë Čapek",
        "Łukasz Gżegżółka",
        "Νίκος Παπαδόπουλος",
        "Ольга Щёкина",
        "Nguyễn Thị Hoà"
      })
  void showsAnyNameInLatinGreekAndCyrillic(String name) throws Exception {
    SampleAward award = award();
    database.execute("update lms_user set name = ? where id = ?", name, award.learner);
    assertThat(text(issue(award), CLOCK, Locale.ENGLISH)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"李小龙", "محمد", "שרה"})
  void namesNobodyRatherThanHalfOfAName(String name) throws Exception {
    SampleAward award = award();
    database.execute("update lms_user set name = ? where id = ?", name, award.learner);
    assertThat(text(issue(award), CLOCK, Locale.ENGLISH)).contains("the holder of this badge");
  }

  @Test
  void saysThatARevokedBadgeIsRevoked() throws Exception {
    SampleAward award = award();
    Credential credential = issue(award);
    assertThat(text(credential, CLOCK, Locale.ENGLISH)).doesNotContain("Revoked", "Expired");
    Credential revoked =
        database.compute(
            em -> {
              CredentialDesk desk = new CredentialDesk(database, em, CLOCK);
              desk.revoke.revoke(award.id, "x", Actor.system("test"));
              return desk.credentials.ofAward(award.id).orElseThrow();
            });
    assertThat(text(revoked, CLOCK, Locale.ENGLISH)).contains("Revoked on September 1, 2026");
    assertThat(text(revoked, CLOCK, Locale.forLanguageTag("nl")))
        .contains("Ingetrokken op 1 september 2026");
  }

  @Test
  void saysThatABadgeHasEnded() throws Exception {
    GoldenBadge badge = new GoldenBadge(database);
    Credential golden = database.compute(badge::credential);
    Clock later = Clock.offset(CLOCK, Duration.ofDays(800));
    assertThat(text(golden, CLOCK, Locale.ENGLISH)).contains("Valid until September 1, 2028");
    assertThat(text(golden, later, Locale.ENGLISH))
        .contains("Expired on September 1, 2028")
        .doesNotContain("Valid until");
  }

  @Test
  void saysThatTheAddressOfAPrivateBadgeDoesNotAnswer() throws Exception {
    assertThat(text(issue(award()), CLOCK, Locale.ENGLISH).replace("\n", " "))
        .contains("The owner keeps this badge private");
  }

  @Test
  void staysOnOnePageHoweverMuchIsSaid() throws Exception {
    SampleAward award = award();
    String much = "Reads *much*, and writes more of it than anybody reads. ".repeat(60);
    database.execute(
        "update badge_class set criteria = ?, name = ?",
        much.repeat(2),
        "A long name of a badge, ".repeat(4));
    Credential credential = issue(award);
    database.execute("update badge_class set criteria = 'c', name = 'Logician'");
    try (PDDocument document = pdf(credential, CLOCK)) {
      assertThat(document.getNumberOfPages()).isOne();
      assertThat(new PDFTextStripper().getText(document)).contains(" …", "Verify online");
    }
  }

  @Test
  void canBeReadAloud() throws Exception {
    try (PDDocument document = pdf(issue(award()), CLOCK)) {
      var catalog = document.getDocumentCatalog();
      assertThat(catalog.getLanguage()).isEqualTo("en");
      assertThat(catalog.getMarkInfo().isMarked()).isTrue();
      assertThat(catalog.getStructureTreeRoot().getKids()).hasSize(1);
      assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Logician");
      for (COSName name : document.getPage(0).getResources().getFontNames()) {
        PDFont font = document.getPage(0).getResources().getFont(name);
        assertThat(font.isEmbedded()).isTrue();
      }
    }
  }

  private static SampleAward award() {
    return new SampleAward(database, course, course.badgeClass());
  }

  private static Credential issue(SampleAward award) {
    return database.compute(
        em -> {
          CredentialDesk desk = new CredentialDesk(database, em, CLOCK);
          desk.awards.locked(award.id).claim(CLOCK.instant());
          return desk.issue.issue(award.id);
        });
  }

  private static PDDocument pdf(Credential credential, Clock clock) throws Exception {
    byte[] file =
        database.compute(
            em -> new CredentialDesk(database, em, clock).file(credential, Rendition.PDF));
    return Loader.loadPDF(file);
  }

  private static String text(Credential credential, Clock clock, Locale reader) throws Exception {
    byte[] pdf =
        database.compute(
            em -> new CredentialDesk(database, em, clock).file(credential, Rendition.PDF, reader));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }
}
