package org.badgebridge.backpack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.award.AwardState;
import org.badgebridge.award.Awards;
import org.badgebridge.award.DirectAward;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.Credentials;
import org.badgebridge.credential.HeldBadges;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** What a person was offered and what they own. */
@ApplicationScoped
public class Backpack {

  /** Badges of one page. */
  static final int PAGE = 24;

  private static final Set<AwardState> OFFERS = EnumSet.of(AwardState.OFFERED);
  private static final Set<AwardState> DECLINED = EnumSet.of(AwardState.DECLINED);

  private final Awards awards;
  private final Credentials credentials;
  private final HeldBadges held;
  private final BadgeClasses badgeClasses;

  @Inject
  public Backpack(
      Awards awards, Credentials credentials, HeldBadges held, BadgeClasses badgeClasses) {
    this.awards = awards;
    this.credentials = credentials;
    this.held = held;
    this.badgeClasses = badgeClasses;
  }

  /**
   * One award with its badge, as a page shows it.
   *
   * @param credential null until it is claimed
   */
  public record Item(DirectAward award, BadgeClass badgeClass, @Nullable Credential credential) {

    /**
     * The credential of a claimed award.
     *
     * @throws ProblemException CONFLICT if it is not claimed
     */
    public Credential claimed() {
      if (credential == null) {
        throw new ProblemException(ProblemType.CONFLICT, "backpack.not-claimed");
      }
      return credential;
    }

    /** Whether everybody can see it. */
    public boolean inPublic() {
      return credential != null && credential.publicSince() != null;
    }
  }

  /**
   * A backpack's contents, the newest first.
   *
   * @param offers to be claimed, the first of {@code offerCount}
   * @param badges one page of the claimed ones, revoked ones too
   * @param archived how many more are out of sight
   * @param declined the last that can be offered again at a wish
   * @param next the key of the next page of badges; null on the last
   */
  public record Contents(
      List<Item> offers,
      List<Item> badges,
      List<Item> declined,
      long offerCount,
      long badgeCount,
      long archived,
      @Nullable UUID next) {

    public boolean isEmpty() {
      return offers.isEmpty() && badgeCount == 0 && archived == 0 && declined.isEmpty();
    }
  }

  /**
   * What a person may see of their own.
   *
   * @param after the key of a later page, which shows badges only; null for the first
   */
  public Contents of(UUID personId, @Nullable UUID after) {
    HeldBadges.Slice badges = held.page(personId, false, after, PAGE);
    return new Contents(
        after == null ? first(personId, OFFERS) : List.of(),
        badges.badges().stream().map(each -> item(each.award(), each.credential())).toList(),
        after == null ? first(personId, DECLINED) : List.of(),
        awards.countOfPerson(personId, OFFERS),
        held.count(personId, false),
        held.count(personId, true),
        badges.next());
  }

  /**
   * One page of what a person put out of sight.
   *
   * @param next the key of the next page; null on the last
   */
  public record Archive(List<Item> badges, @Nullable UUID next) {}

  /** What a person put out of sight, the latest first. */
  public Archive archive(UUID personId, @Nullable UUID after) {
    HeldBadges.Slice badges = held.page(personId, true, after, PAGE);
    return new Archive(
        badges.badges().stream().map(each -> item(each.award(), each.credential())).toList(),
        badges.next());
  }

  /**
   * One award of a person.
   *
   * @throws ProblemException NOT_FOUND if it is not this person's
   */
  public Item one(UUID personId, UUID awardId) {
    return awards
        .ofPerson(personId, awardId)
        .map(award -> item(award, credentials.ofAward(awardId).orElse(null)))
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
  }

  private List<Item> first(UUID personId, Set<AwardState> states) {
    return awards.ofPerson(personId, states, null, PAGE).awards().stream()
        .map(award -> item(award, null))
        .toList();
  }

  private Item item(DirectAward award, @Nullable Credential credential) {
    return new Item(award, badgeClasses.find(award.badgeClassId()).orElseThrow(), credential);
  }
}
