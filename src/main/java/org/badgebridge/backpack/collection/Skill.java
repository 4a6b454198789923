package org.badgebridge.backpack.collection;

import java.util.List;
import java.util.UUID;

/**
 * A skill that an owner has shown, or a level, by the framework that defines it.
 *
 * @param url of its definition; empty if it has none
 * @param framework empty if it is in none
 * @param badges that say so, the latest first
 */
public record Skill(String name, String url, String framework, List<Badge> badges) {

  /** A badge that says so. */
  public record Badge(UUID awardId, String name) {}
}
