package org.badgebridge.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;
import org.badgebridge.badgeclass.BadgeVersion;
import org.badgebridge.credential.baking.BakedPng;
import org.badgebridge.credential.baking.BakedSvg;
import org.badgebridge.credential.baking.Baking;
import org.badgebridge.credential.certificate.Certificates;

/** Makes the files in which a badge is taken along. Nothing is fetched, and nothing is kept. */
@ApplicationScoped
public class Renditions {

  /** Width and height of a baked picture. */
  static final int PIXELS = 600;

  private final SignToken tokens;
  private final AwardedVersion awarded;
  private final Certificates certificates;

  @Inject
  Renditions(SignToken tokens, AwardedVersion awarded, Certificates certificates) {
    this.tokens = tokens;
    this.awarded = awarded;
    this.certificates = certificates;
  }

  /**
   * One file.
   *
   * @param source what it is made from: the same source, the same file
   */
  public record File(Rendition rendition, String source, Supplier<byte[]> bytes) {

    /** How it is called where it is saved (RFC 6266). */
    public String attachment(Credential credential) {
      return "attachment; filename=\"badge-" + credential.id() + "." + rendition.suffix() + "\"";
    }
  }

  /**
   * A badge in one of its forms.
   *
   * @param reader whose language a certificate speaks
   * @param holder the name on a certificate; empty for none
   */
  public File file(Credential credential, Rendition rendition, Locale reader, String holder) {
    String document = credential.document();
    return switch (rendition) {
      case JSON -> text(rendition, document);
      case JWT -> text(rendition, tokens.sign(credential));
      case SVG -> text(rendition, svg(awarded.of(credential), document));
      case PNG -> png(awarded.of(credential), document);
      case PDF -> certificate(credential, reader, holder);
    };
  }

  private String svg(BadgeVersion version, String document) {
    return BakedSvg.bake(awarded.svg(version), Baking.OPEN_BADGES_3, document);
  }

  private File png(BadgeVersion version, String document) {
    return new File(
        Rendition.PNG,
        awarded.svg(version) + document,
        () -> BakedPng.bake(awarded.png(version, PIXELS), Baking.OPEN_BADGES_3, document));
  }

  private File certificate(Credential credential, Locale reader, String holder) {
    Certificates.Sheet sheet = certificates.of(credential, reader, holder);
    return new File(Rendition.PDF, sheet.source(), sheet.pdf());
  }

  private static File text(Rendition rendition, String text) {
    return new File(rendition, text, () -> text.getBytes(StandardCharsets.UTF_8));
  }
}
