package org.badgebridge.credential.disclosure;

import java.util.EnumSet;
import java.util.Set;

/**
 * What others see of a badge. The name stands beside it and is no part of the signed document; what
 * is in the document cannot be cut out of it.
 */
public record Disclosure(NameShown name, Set<Part> parts) {

  /** The name, and all that was said about the award; not what its owner thinks of it. */
  public static final Disclosure USUAL =
      new Disclosure(NameShown.FULL, EnumSet.complementOf(EnumSet.of(Part.NOTE)));

  /** The badge alone. */
  public static final Disclosure NOTHING =
      new Disclosure(NameShown.NONE, EnumSet.noneOf(Part.class));

  /** Takes a copy of the parts. */
  public Disclosure {
    parts = Set.copyOf(parts);
  }

  /** Whether a part is shown. */
  public boolean shows(Part part) {
    return parts.contains(part);
  }
}
