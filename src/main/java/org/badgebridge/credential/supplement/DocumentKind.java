package org.badgebridge.credential.supplement;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of file that a supplement can be, known by how they begin and not by their names. */
public enum DocumentKind {
  PDF("application/pdf", "255044462d"),
  PNG("image/png", "89504e470d0a1a0a"),
  JPEG("image/jpeg", "ffd8ff");

  private final String type;
  private final String beginning;

  DocumentKind(String type, String beginning) {
    this.type = type;
    this.beginning = beginning;
  }

  /** Its media type. */
  public String type() {
    return type;
  }

  /** How its files end, without the dot. */
  public String suffix() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of a file. */
  static Optional<DocumentKind> of(byte[] file) {
    return Stream.of(values()).filter(kind -> kind.begins(file)).findFirst();
  }

  private boolean begins(byte[] file) {
    int length = Math.min(file.length, beginning.length() / 2);
    return HexFormat.of().formatHex(file, 0, length).equals(beginning);
  }
}
