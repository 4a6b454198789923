package org.badgebridge.insight;

/**
 * What became of the offers of one cohort. {@code offered} is always the sum of {@code claimed},
 * {@code open}, {@code declined}, {@code expired} and {@code withdrawn}: no row ever leaves.
 *
 * @param offered direct awards ever offered, without those of test users
 * @param claimed claimed at any time, later revoked ones too
 * @param open offered and neither claimed nor ended
 * @param declined refused by the learner
 * @param expired lapsed unclaimed
 * @param withdrawn taken back by staff before the claim
 * @param revoked of the claimed ones, revoked later
 * @param shown of the claimed ones that are not revoked, public now
 */
public record Figures(
    long offered,
    long claimed,
    long open,
    long declined,
    long expired,
    long withdrawn,
    long revoked,
    long shown) {

  /** Claimed of offered. */
  public Rate claimRate() {
    return new Rate(claimed, offered);
  }

  /** Public now, of what learners hold: claimed and not revoked. */
  public Rate publicRate() {
    return new Rate(shown, claimed - revoked);
  }

  /** Whether the group is too small to tell more of it than that. */
  public boolean small() {
    return offered < Rate.FEWEST;
  }
}
