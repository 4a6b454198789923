package org.badgebridge.credential;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The forms in which one and the same badge can be taken along. */
public enum Rendition {
  /** The signed document (Open Badges 3.0, Data Integrity). */
  JSON("application/json"),

  /** The same as a JSON Web Token, for verifiers and wallets that read only those. */
  JWT("text/plain"),

  /** The picture with the signed document in it. */
  PNG("image/png"),

  /** The drawing with the signed document in it. */
  SVG("image/svg+xml"),

  /** A certificate on paper, which leads back to the badge. */
  PDF("application/pdf");

  private final String type;

  Rendition(String type) {
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

  /** The one whose files end so. */
  public static Optional<Rendition> of(String suffix) {
    return Stream.of(values()).filter(each -> each.suffix().equals(suffix)).findFirst();
  }
}
