package org.badgebridge.advisor;

import java.util.List;
import org.badgebridge.backpack.collection.Skill;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.IssuedBadge;
import org.badgebridge.pathway.PathView;

/**
 * A backpack as an advisor sees it: with what its owner chose, and nothing else.
 *
 * @param learner the owner's name; empty if their school withholds it
 * @param badges the newest first; empty if none are seen
 * @param skills those shown by the badges; empty if they are not seen
 * @param levels at which those badges stand; empty if skills are not seen
 * @param gaps skills that no badge has shown yet; empty if they are not seen
 * @param paths those begun and not at their end; empty if they are not seen
 */
public record SeenBackpack(
    Grant grant,
    String learner,
    List<Badge> badges,
    List<Skill> skills,
    List<Skill> levels,
    List<Gap> gaps,
    List<PathView> paths) {

  /**
   * One badge.
   *
   * @param holds whether it has neither ended nor been revoked
   */
  public record Badge(Credential credential, IssuedBadge said, boolean holds) {}

  /**
   * A skill of badges that are missing on a path.
   *
   * @param url of its definition; empty if it has none
   * @param framework empty if it is in none
   * @param badges that would show it, by name
   */
  public record Gap(String name, String url, String framework, List<String> badges) {}
}
