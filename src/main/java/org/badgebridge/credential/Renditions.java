package org.badgebridge.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;
import org.badgebridge.credential.baking.BakedPng;
import org.badgebridge.credential.baking.BakedSvg;
import org.badgebridge.credential.baking.Baking;
import org.badgebridge.credential.certificate.Certificates;

/** Makes the files in which a badge is taken along. Nothing is fetched, and nothing is kept. */
@ApplicationScoped
public class Renditions {

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
    return switch (rendition) {
      case JSON -> text(rendition, credential.document());
      case JWT -> text(rendition, tokens.sign(credential));
      case SVG, PNG, PDF -> file(credential, rendition, reader, holder, drawn(credential));
    };
  }

  /** The picture of a badge, for whoever wants several files of it. */
  public DrawnBadge drawn(Credential credential) {
    return new DrawnBadge(awarded, credential);
  }

  /** As the other, with a picture that may have been made already. */
  public File file(
      Credential credential, Rendition rendition, Locale reader, String holder, DrawnBadge drawn) {
    String document = credential.document();
    return switch (rendition) {
      case JSON, JWT -> file(credential, rendition, reader, holder);
      case SVG -> text(rendition, BakedSvg.bake(drawn.svg(), Baking.OPEN_BADGES_3, document));
      case PNG ->
          new File(
              rendition,
              drawn.svg() + document,
              () -> BakedPng.bake(drawn.png(), Baking.OPEN_BADGES_3, document));
      case PDF -> {
        Certificates.Sheet sheet = certificates.of(credential, reader, holder, drawn);
        yield new File(rendition, sheet.source(), sheet.pdf());
      }
    };
  }

  private static File text(Rendition rendition, String text) {
    return new File(rendition, text, () -> text.getBytes(StandardCharsets.UTF_8));
  }
}
