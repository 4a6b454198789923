package org.badgebridge.badgeclass.content;

import java.util.Set;

/**
 * What an institution's standing allows and asks of the badge classes it publishes.
 *
 * @param recognitions what it may vouch for
 * @param vocational whether it counts study load in hours (MBO) rather than credits
 * @param university whether it is a research university (WO), whose micro-credentials may be
 *     smaller
 */
public record House(Set<Recognition> recognitions, boolean vocational, boolean university) {

  /** Everything allowed, credits counted. */
  public static final House ANY = new House(Set.of(Recognition.values()), false, false);
}
