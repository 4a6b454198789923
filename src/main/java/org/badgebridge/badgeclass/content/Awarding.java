package org.badgebridge.badgeclass.content;

import org.jspecify.annotations.Nullable;

/**
 * What holds for awarding; the credential does not state it, so it can change at any time.
 *
 * @param claimDays days in which an offer can be claimed; null for the institution's usual
 * @param narrativeRequired whether an award must say what was done
 * @param evidenceRequired whether an award must bear evidence
 * @param requestsOpen whether learners can ask for it
 * @param requestNarrativeRequired whether they must say why
 * @param requestEvidenceRequired whether they must add evidence
 * @param directAwardsClosed whether nobody may be awarded without asking
 * @param unvalidatedNames whether a learner whose name nobody validated may hold it
 * @param partners whether lecturers of the institution's partners may award it, too
 * @param renewalDays from how many days after it was given what a holder does earns it anew, as the
 *     next edition; 0 for at once, null for never
 * @param places how many people can have it or have it on offer at most; null for any number
 */
public record Awarding(
    @Nullable Integer claimDays,
    boolean narrativeRequired,
    boolean evidenceRequired,
    boolean requestsOpen,
    boolean requestNarrativeRequired,
    boolean requestEvidenceRequired,
    boolean directAwardsClosed,
    boolean unvalidatedNames,
    boolean partners,
    @Nullable Integer renewalDays,
    @Nullable Integer places) {

  /** Nothing required, no requests. */
  public static final Awarding USUAL =
      new Awarding(null, false, false, false, false, false, false, true, false, null, null);
}
