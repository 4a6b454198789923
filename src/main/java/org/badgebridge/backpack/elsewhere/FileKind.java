package org.badgebridge.backpack.elsewhere;

import java.util.Locale;
import org.badgebridge.verification.reading.BadgeFile;
import org.badgebridge.verification.reading.Found;

/** The kinds of file that a badge from elsewhere can be, told by its bytes. */
public enum FileKind {
  JSON("application/json"),
  JWT("text/plain"),
  PNG("image/png"),
  SVG("image/svg+xml"),
  PDF("application/pdf");

  private final String type;

  FileKind(String type) {
    this.type = type;
  }

  /** Its media type. */
  public String type() {
    return type;
  }

  /** How its files end, without the dot. */
  public String suffix() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The kind of a file with a badge in it.
   *
   * @throws org.badgebridge.verification.reading.Unreadable if there is none in it
   */
  static FileKind of(byte[] file) {
    Found found = BadgeFile.read(file);
    return switch (found.container()) {
      case PNG -> PNG;
      case SVG -> SVG;
      case PDF -> PDF;
      case TEXT -> found.isJson() ? JSON : JWT;
    };
  }
}
