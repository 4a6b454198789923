package org.badgebridge.backpack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.badgebridge.award.AwardState;
import org.badgebridge.award.Awards;
import org.badgebridge.award.DirectAward;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.Credentials;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** What a person was offered and what they own. */
@ApplicationScoped
public class Backpack {

  private final Awards awards;
  private final Credentials credentials;
  private final BadgeClasses badgeClasses;

  @Inject
  public Backpack(Awards awards, Credentials credentials, BadgeClasses badgeClasses) {
    this.awards = awards;
    this.credentials = credentials;
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
   * @param offers to be claimed
   * @param badges claimed ones, revoked ones too
   * @param declined what can be offered again at a wish
   */
  public record Contents(List<Item> offers, List<Item> badges, List<Item> declined) {

    public boolean isEmpty() {
      return offers.isEmpty() && badges.isEmpty() && declined.isEmpty();
    }
  }

  /** Everything a person may see of their own. */
  public Contents of(UUID personId) {
    List<DirectAward> mine = awards.ofPerson(personId);
    Map<UUID, Credential> issued =
        credentials.ofAwards(mine.stream().map(DirectAward::id).toList()).stream()
            .collect(Collectors.toMap(Credential::awardId, Function.identity()));
    List<Item> offers = new ArrayList<>();
    List<Item> badges = new ArrayList<>();
    List<Item> declined = new ArrayList<>();
    for (DirectAward award : mine) {
      Item item = item(award, issued.get(award.id()));
      if (item.credential() != null) {
        badges.add(item);
      } else if (award.state() == AwardState.OFFERED) {
        offers.add(item);
      } else if (award.state() == AwardState.DECLINED) {
        declined.add(item);
      }
    }
    return new Contents(offers, badges, declined);
  }

  /**
   * One award of a person.
   *
   * @throws ProblemException NOT_FOUND if it is not this person's
   */
  public Item one(UUID personId, UUID awardId) {
    return awards.ofPerson(personId).stream()
        .filter(award -> award.id().equals(awardId))
        .findFirst()
        .map(award -> item(award, credentials.ofAward(awardId).orElse(null)))
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
  }

  private Item item(DirectAward award, @Nullable Credential credential) {
    return new Item(award, badgeClasses.find(award.badgeClassId()).orElseThrow(), credential);
  }
}
