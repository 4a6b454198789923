package org.badgebridge.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** Certificates keep to PDF/UA-1 as far as a machine can tell: veraPDF's machine. */
class AccessibleCertificateDatabaseTest {

  private static final Clock CLOCK =
      Clock.fixed(SampleCourse.THEN.toInstant().plusSeconds(60), ZoneOffset.UTC);

  private static OpenDatabase database;
  private static Credential golden;

  @BeforeAll
  static void open() {
    VeraGreenfieldFoundryProvider.initialise();
    database = TestDatabase.H2.open();
    golden = database.compute(new GoldenBadge(database)::credential);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "nl"})
  void keepsToPdfUa(String language) throws Exception {
    assertThat(broken(pdf(golden, CLOCK, language))).isEmpty();
    Clock later = Clock.offset(CLOCK, Duration.ofDays(800));
    assertThat(broken(pdf(golden, later, language))).as("expired").isEmpty();
  }

  @Test
  void keepsToPdfUaWithLittleToSay() throws Exception {
    SampleCourse course = new SampleCourse(database);
    SampleAward award = new SampleAward(database, course, course.badgeClass());
    Credential credential =
        database.compute(
            em -> {
              CredentialDesk desk = new CredentialDesk(database, em, CLOCK);
              desk.awards.locked(award.id).claim(CLOCK.instant());
              return desk.issue.issue(award.id);
            });
    assertThat(broken(pdf(credential, CLOCK, "nl"))).isEmpty();
  }

  /** So that the tests above can fail. */
  @Test
  void theMachineSeesWhatIsMissing() throws Exception {
    ByteArrayOutputStream untagged = new ByteArrayOutputStream();
    try (PDDocument document = Loader.loadPDF(pdf(golden, CLOCK, "en"))) {
      document.getDocumentCatalog().setStructureTreeRoot(null);
      document.save(untagged);
    }
    assertThat(broken(untagged.toByteArray())).isNotEmpty();
  }

  private static byte[] pdf(Credential credential, Clock clock, String language) {
    return database.compute(
        em ->
            new CredentialDesk(database, em, clock)
                .file(credential, Rendition.PDF, Locale.forLanguageTag(language)));
  }

  private static List<String> broken(byte[] pdf) throws Exception {
    try (PDFAParser parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
      ValidationResult result = validator.validate(parser);
      List<String> failed =
          result.getTestAssertions().stream()
              .map(each -> each.getRuleId().getClause() + " " + each.getMessage())
              .toList();
      assertThat(result.isCompliant()).isEqualTo(failed.isEmpty());
      assertThat(result.getTotalAssertions()).isPositive();
      return failed;
    }
  }
}
