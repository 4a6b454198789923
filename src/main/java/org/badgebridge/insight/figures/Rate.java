package org.badgebridge.insight.figures;

/**
 * A part of a whole, with what can honestly be said of it: below {@link #FEWEST} nothing, as one
 * person more or less would change the picture (and point at persons); above, a percentage and the
 * range in which the true rate lies with 95 % certainty (Wilson score interval).
 */
public record Rate(long part, long whole) {

  /** The smallest group a rate is given for. */
  public static final int FEWEST = 5;

  private static final double Z = 1.96;

  public Rate {
    if (part < 0 || part > whole) {
      throw new IllegalArgumentException(part + " of " + whole);
    }
  }

  /** Whether the group is large enough for a percentage. */
  public boolean meaningful() {
    return whole >= FEWEST;
  }

  /** The rate as a whole percentage. */
  public int percent() {
    return whole == 0 ? 0 : (int) Math.round(100.0 * part / whole);
  }

  /** The lower end of the range, as a whole percentage. */
  public int low() {
    return whole == 0 ? 0 : (int) Math.round(100 * Math.max(0, centre() - spread()));
  }

  /** The upper end of the range, as a whole percentage. */
  public int high() {
    return whole == 0 ? 100 : (int) Math.round(100 * Math.min(1, centre() + spread()));
  }

  private double centre() {
    return (part + Z * Z / 2) / (whole + Z * Z);
  }

  private double spread() {
    double p = (double) part / whole;
    return Z / (whole + Z * Z) * Math.sqrt(whole * p * (1 - p) + Z * Z / 4);
  }
}
