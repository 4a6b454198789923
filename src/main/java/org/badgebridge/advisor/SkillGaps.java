package org.badgebridge.advisor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.badgebridge.backpack.collection.Skill;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.badgeclass.content.Alignment;
import org.badgebridge.pathway.PathView;

/** Which skills somebody has not shown yet: those of the badges that are missing on their paths. */
@ApplicationScoped
public class SkillGaps {

  private final BadgeClasses badgeClasses;

  @Inject
  public SkillGaps(BadgeClasses badgeClasses) {
    this.badgeClasses = badgeClasses;
  }

  /**
   * The gaps, in the order of the paths.
   *
   * @param paths that were begun
   * @param shown what is no gap
   */
  List<SeenBackpack.Gap> in(List<PathView> paths, List<Skill> shown, Locale reader) {
    Set<String> known =
        shown.stream().map(each -> key(each.url(), each.name())).collect(Collectors.toSet());
    Map<String, SeenBackpack.Gap> gaps = new LinkedHashMap<>();
    paths.stream()
        .flatMap(path -> path.steps().stream())
        .filter(step -> !step.taken())
        .flatMap(step -> step.stations().stream())
        .filter(station -> !station.held())
        .map(PathView.Station::badge)
        .distinct()
        .flatMap(id -> badgeClasses.find(id).stream())
        .forEach(badge -> add(gaps, badge, known, reader));
    return List.copyOf(gaps.values());
  }

  private static void add(
      Map<String, SeenBackpack.Gap> gaps, BadgeClass badge, Set<String> known, Locale reader) {
    String name = badge.content().in(reader).name();
    for (Alignment each : badge.content().alignments()) {
      String key = key(each.targetUrl(), each.targetName());
      if (!each.level() && !known.contains(key)) {
        List<String> badges =
            gaps.computeIfAbsent(
                    key,
                    any ->
                        new SeenBackpack.Gap(
                            each.targetName(),
                            each.targetUrl(),
                            each.targetFramework(),
                            new ArrayList<>()))
                .badges();
        if (!badges.contains(name)) {
          badges.add(name);
        }
      }
    }
  }

  private static String key(String url, String name) {
    return url.isEmpty() ? name : url;
  }
}
