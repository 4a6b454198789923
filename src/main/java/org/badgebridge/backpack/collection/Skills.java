package org.badgebridge.backpack.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.badgebridge.credential.Credential;
import org.badgebridge.credential.IssuedBadge;

/**
 * Sums up which skills a person has shown, and at what levels: what the badges that they hold are
 * aligned to. A level is no skill.
 */
@ApplicationScoped
public class Skills {

  private final Clock clock;

  @Inject
  public Skills(Clock clock) {
    this.clock = clock;
  }

  /** Those that hold, most badges first; a badge that has ended or was revoked says nothing. */
  public List<Skill> in(List<Credential> some) {
    return gathered(some, false).stream()
        .sorted(
            Comparator.comparing((Skill skill) -> -skill.badges().size())
                .thenComparing(Skill::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  /** The levels of qualifications at which badges that hold stand, by name, the last first. */
  public List<Skill> levelsIn(List<Credential> some) {
    return gathered(some, true).stream()
        .sorted(Comparator.comparing(Skill::name, String.CASE_INSENSITIVE_ORDER).reversed())
        .toList();
  }

  private Collection<Skill> gathered(List<Credential> some, boolean levels) {
    Instant now = clock.instant();
    Map<String, Skill> skills = new LinkedHashMap<>();
    for (Credential credential : some) {
      IssuedBadge badge = IssuedBadge.read(credential);
      if (credential.revokedAt() == null && !badge.expired(now)) {
        badge.alignments().stream()
            .filter(each -> each.level() == levels)
            .forEach(each -> add(skills, each, credential, badge));
      }
    }
    return skills.values();
  }

  private static void add(
      Map<String, Skill> skills,
      IssuedBadge.Alignment said,
      Credential credential,
      IssuedBadge badge) {
    Skill skill =
        skills.computeIfAbsent(
            said.url().isEmpty() ? said.name() : said.url(),
            any -> new Skill(said.name(), said.url(), said.framework(), new ArrayList<>()));
    if (skill.badges().stream().noneMatch(by -> by.awardId().equals(credential.awardId()))) {
      skill.badges().add(new Skill.Badge(credential.awardId(), badge.name()));
    }
  }
}
