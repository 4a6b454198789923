package org.badgebridge.deeplinking;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;

/** The badge classes that a lecturer picked, in the order of the form. */
public record PickedBadges(List<UUID> ids) {

  /** Reads the form; what is no id is left out. */
  public static PickedBadges from(MultivaluedMap<String, String> form) {
    return new PickedBadges(
        form.getOrDefault("badgeClass", List.of()).stream()
            .flatMap(value -> uuid(value).stream())
            .distinct()
            .toList());
  }

  /**
   * The same, at least one.
   *
   * @throws InvalidFields if none is picked
   */
  public PickedBadges some() {
    if (ids.isEmpty()) {
      throw new InvalidFields(List.of(FieldFault.of("badgeClass", "deeplinking.fault.none")));
    }
    return this;
  }

  /**
   * The first only: an activity shows one badge.
   *
   * @throws InvalidFields if none is picked
   */
  public PickedBadges first() {
    return new PickedBadges(some().ids.subList(0, 1));
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // not one of our pages sent this
    }
  }
}
