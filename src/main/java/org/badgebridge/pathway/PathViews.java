package org.badgebridge.pathway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.badgeclass.BadgeLooks;
import org.badgebridge.badgeclass.content.Pathway;
import org.badgebridge.drawing.BadgeDrawing;
import org.badgebridge.passback.EvidenceItem;

/** Draws up where a person stands. */
@ApplicationScoped
public class PathViews {

  /** Paths shown around one badge class. */
  private static final int MOST = 3;

  private final BadgeClasses badgeClasses;
  private final BadgeLooks looks;
  private final BadgeDrawing drawing;
  private final HeldBadges held;

  @Inject
  PathViews(BadgeClasses badgeClasses, BadgeLooks looks, BadgeDrawing drawing, HeldBadges held) {
    this.badgeClasses = badgeClasses;
    this.looks = looks;
    this.drawing = drawing;
    this.held = held;
  }

  /** The paths that the person has begun, by name. */
  public List<PathView> begun(UUID personId, Locale reader) {
    return held.pathsOf(personId).stream()
        .map(path -> of(path, personId, reader))
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * The paths that a badge class ends or counts towards, its own first.
   *
   * @param badgeClassId of whatever badge class
   */
  public List<PathView> around(UUID badgeClassId, UUID personId, Locale reader) {
    return Stream.concat(Stream.of(badgeClassId), held.pathsOver(badgeClassId).stream())
        .map(path -> of(path, personId, reader))
        .flatMap(Optional::stream)
        .limit(MOST)
        .toList();
  }

  /** One path; empty if it is no published one. */
  Optional<PathView> of(UUID pathwayId, UUID personId, Locale reader) {
    BadgeClass end = badgeClasses.find(pathwayId).orElse(null);
    if (end == null || end.state() != BadgeClass.State.PUBLISHED) {
      return Optional.empty();
    }
    Pathway pathway = end.content().pathway();
    if (pathway == null) {
      return Optional.empty();
    }
    List<EvidenceItem> known = held.of(personId);
    Set<UUID> badges = known.stream().map(EvidenceItem::activityId).collect(Collectors.toSet());
    List<PathView.Step> steps = new ArrayList<>();
    boolean open = true;
    for (Pathway.Step step : pathway.steps()) {
      boolean taken = PathRule.of(step).judge(known).met();
      steps.add(
          new PathView.Step(
              step.title(), step.needed(), taken, open && !taken, stations(step, badges, reader)));
      open = open && (taken || !pathway.ordered());
    }
    String name = end.content().in(reader).name();
    return Optional.of(
        new PathView(
            end.id(),
            name,
            drawing.alternative(looks.of(end), reader),
            badges.contains(end.id()),
            pathway.ordered(),
            steps));
  }

  private List<PathView.Station> stations(Pathway.Step step, Set<UUID> held, Locale reader) {
    return step.badges().stream()
        .map(id -> badgeClasses.find(id).orElse(null))
        .filter(Objects::nonNull)
        .map(
            badge ->
                new PathView.Station(
                    badge.id(), badge.content().in(reader).name(), held.contains(badge.id())))
        .toList();
  }
}
