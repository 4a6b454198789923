package org.badgebridge.rule;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the learners of the present roster stand towards one attachment; test users left out. */
public final class Standing {

  /** The lists of the lecturer's page. */
  public enum Group {
    /** Was offered it, or claimed it. */
    HAS,
    /** Waits for a lecturer. */
    PROPOSED,
    /** Meets the rule and has no award: would get it now, or may ask for it. */
    WOULD_GET,
    /** Meets the rule, and gets it once a place is free; in the order of the line. */
    WAITS,
    /** Does not meet the rule. */
    NOT_YET,
    /** Had it offered; declined, lapsed, rejected, withdrawn or revoked. */
    ENDED
  }

  /**
   * One page of a list.
   *
   * @param next the key to ask the next page with; null on the last
   */
  public record Slice(List<LearnerStanding> learners, @Nullable UUID next) {}

  private final Map<Group, List<LearnerStanding>> groups;

  Standing(Map<Group, List<LearnerStanding>> groups) {
    this.groups = groups;
  }

  public int count(Group group) {
    return all(group).size();
  }

  /** How many learners the roster has. */
  public int total() {
    return groups.values().stream().mapToInt(List::size).sum();
  }

  public List<LearnerStanding> holders() {
    return all(Group.HAS);
  }

  public List<LearnerStanding> proposed() {
    return all(Group.PROPOSED);
  }

  public List<LearnerStanding> wouldGet() {
    return all(Group.WOULD_GET);
  }

  public List<LearnerStanding> notYet() {
    return all(Group.NOT_YET);
  }

  public List<LearnerStanding> ended() {
    return all(Group.ENDED);
  }

  /**
   * One page of a list, by name.
   *
   * @param after the key of the page, null for the first
   */
  public Slice page(Group group, @Nullable UUID after, int size) {
    List<LearnerStanding> all = all(group);
    int from = 0;
    for (int i = 0; after != null && i < all.size(); i++) {
      if (all.get(i).lmsUserId().equals(after)) {
        from = i + 1;
      }
    }
    int to = Math.min(all.size(), from + size);
    return new Slice(all.subList(from, to), to == all.size() ? null : all.get(to - 1).lmsUserId());
  }

  private List<LearnerStanding> all(Group group) {
    return groups.getOrDefault(group, List.of());
  }
}
