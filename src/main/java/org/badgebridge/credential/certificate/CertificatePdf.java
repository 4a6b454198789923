package org.badgebridge.credential.certificate;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.badgebridge.credential.certificate.TaggedPage.Area;
import org.badgebridge.credential.certificate.TaggedPage.Style;
import org.badgebridge.web.Markdown;
import org.badgebridge.web.Page;
import org.badgebridge.web.QrCode;

/** Writes a certificate as one page of A4. */
final class CertificatePdf {

  private static final float WIDTH = PDRectangle.A4.getWidth();
  private static final float HEIGHT = PDRectangle.A4.getHeight();
  private static final float MARGIN = 60;
  private static final float BODY = WIDTH - 2 * MARGIN;
  private static final float PICTURE = 170;
  private static final float QR = 92;

  /** What stands below this is how to verify. */
  private static final float FOOT = MARGIN + QR + 26;

  /** Where a click leads to the badge: over the code and its address. */
  private static final Area LINKED = new Area(MARGIN, MARGIN - 10, BODY, QR);

  private static final Color INK = new Color(0x10141a);
  private static final Color QUIET = new Color(0x565d68);
  private static final Color BAD = new Color(0xa3161b);

  private static final Style SMALL = new Style(9, QUIET, false);
  private static final Style PLAIN = new Style(10.5f, INK, false);
  private static final Style ADDRESS = new Style(8.5f, INK, false);
  private static final Style HEADING = new Style(11, INK, true);
  private static final Style NOTICE = new Style(13, BAD, true);

  private final Certificate certificate;
  private final Page words;

  CertificatePdf(Certificate certificate) {
    this.certificate = certificate;
    this.words = certificate.page();
  }

  /**
   * The file.
   *
   * @param picture of the badge, square
   */
  byte[] write(PrintedPicture picture) {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      Letters letters = new Letters(document);
      try (TaggedPage sheet = new TaggedPage(document, page, letters)) {
        draw(sheet, letters, picture);
      }
      new Envelope(document).close(certificate);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void draw(TaggedPage sheet, Letters letters, PrintedPicture picture) throws IOException {
    Color accent = Color.decode(certificate.page().accent());
    sheet.bar(accent, 0, HEIGHT - 14, WIDTH, 14);
    float y = HEIGHT - 50;
    y = centred(sheet, letters, "P", new Style(13, QUIET, false), certificate.institution(), y);
    y -= 18 + PICTURE;
    String alternative = words.t("credential.image-alt", certificate.badge().name());
    sheet.picture(picture, alternative, (WIDTH - PICTURE) / 2, y, PICTURE);
    y = centred(sheet, letters, "H1", new Style(24, INK, true), certificate.badge().name(), y - 20);
    y = centred(sheet, letters, "P", SMALL, words.t("credential.awarded-to"), y - 8);
    y = centred(sheet, letters, "P", new Style(18, INK, true), holder(letters), y - 2);
    y = centred(sheet, letters, "P", PLAIN, issued(), y - 6);
    String state = state();
    if (!state.isEmpty()) {
      y = centred(sheet, letters, "P", NOTICE, state, y - 8);
    }
    sheet.speak(certificate.badge().language());
    y = block(sheet, letters, certificate.badge().description(), y - 18);
    sheet.speak(null);
    String criteria = Markdown.text(certificate.badge().criteria());
    if (y - 60 > FOOT && !criteria.isBlank()) {
      List<String> heading = List.of(letters.line(words.t("credential.criteria")));
      y = sheet.text("H2", HEADING, false, heading, MARGIN, y - 12);
      sheet.speak(certificate.badge().language());
      block(sheet, letters, criteria, y - 4);
      sheet.speak(null);
    }
    foot(sheet, letters, accent);
  }

  private void foot(TaggedPage sheet, Letters letters, Color accent) throws IOException {
    sheet.bar(accent, MARGIN, FOOT - 14, BODY, 1);
    QrCode code = new QrCode(certificate.address());
    sheet.squares(
        code.corners(MARGIN, MARGIN - 10, QR),
        code.side(QR),
        words.t("credential.certificate.qr-alt"));
    float left = MARGIN + QR + 20;
    float width = WIDTH - MARGIN - left;
    float y = MARGIN - 10 + QR + 2;
    List<String> heading = List.of(letters.line(words.t("credential.certificate.verify")));
    y = sheet.text("H2", HEADING, false, heading, left, y);
    y =
        sheet.link(
            ADDRESS,
            letters.wrap(certificate.address(), ADDRESS.size(), width),
            left,
            y,
            URI.create(certificate.address()),
            words.t("credential.certificate.verify"),
            LINKED);
    String said =
        words.t(
            certificate.credential().publicSince() == null
                ? "credential.certificate.private"
                : "credential.certificate.explained");
    y = sheet.text("P", SMALL, false, letters.wrap(said, SMALL.size(), width), left, y - 3);
    String id = words.t("credential.certificate.id", certificate.credential().id().toString());
    sheet.text("P", SMALL, false, letters.wrap(id, SMALL.size(), width), left, y - 3);
  }

  private float centred(
      TaggedPage sheet, Letters letters, String type, Style style, String text, float top)
      throws IOException {
    List<String> lines = letters.wrap(text, style.size(), BODY);
    return sheet.text(type, style, true, lines, WIDTH / 2, top);
  }

  /** Paragraphs, cut off where the foot begins. */
  private float block(TaggedPage sheet, Letters letters, String text, float top)
      throws IOException {
    float y = top;
    for (String paragraph : text.split("\n", -1)) {
      List<String> lines = new ArrayList<>(letters.wrap(paragraph, PLAIN.size(), BODY));
      int room = (int) ((y - FOOT) / (PLAIN.size() * 1.35f));
      if (paragraph.isBlank() || room < 1) {
        continue;
      }
      if (lines.size() > room) {
        lines = lines.subList(0, room);
        String last = lines.get(room - 1);
        lines.set(room - 1, last.substring(0, Math.max(0, last.lastIndexOf(' '))) + " …");
      }
      y = sheet.text("P", PLAIN, false, lines, MARGIN, y) - 3;
    }
    return y;
  }

  private String holder(Letters letters) {
    String name = letters.line(certificate.holder());
    return name.isEmpty() || !letters.cover(certificate.holder())
        ? words.t("credential.holder-unnamed")
        : name;
  }

  private String issued() {
    String by =
        words.t(
            "credential.certificate.issued",
            certificate.badge().issuer(),
            words.fullDay(certificate.credential().issuedAt()));
    return certificate.badge().validUntil() == null || certificate.expired()
        ? by
        : by
            + ". "
            + words.t("credential.valid-until", words.fullDay(certificate.badge().validUntil()));
  }

  /** What speaks against it; empty while it holds. */
  private String state() {
    if (certificate.credential().revokedAt() != null) {
      return words.t("credential.revoked-on", words.fullDay(certificate.credential().revokedAt()));
    }
    return certificate.expired()
        ? words.t("credential.expired-on", words.fullDay(certificate.badge().validUntil()))
        : "";
  }
}
