package org.badgebridge.backpack.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.badgebridge.award.AwardState;
import org.badgebridge.award.Awards;
import org.badgebridge.award.DirectAward;
import org.badgebridge.identity.OneTimeCode;
import org.badgebridge.identity.OneTimeCodes;
import org.badgebridge.institution.Institutions;

/** Makes the ways into backpacks whose owner has just been proven. */
@ApplicationScoped
public class Doors {

  private static final Set<AwardState> EVERY_STATE = EnumSet.allOf(AwardState.class);
  private static final Duration DOOR_LASTS = Duration.ofMinutes(10);
  private static final int LOOKED_AT = 24;

  private final OneTimeCodes codes;
  private final Awards awards;
  private final Institutions institutions;

  @Inject
  public Doors(OneTimeCodes codes, Awards awards, Institutions institutions) {
    this.codes = codes;
    this.awards = awards;
    this.institutions = institutions;
  }

  /**
   * A way into one backpack.
   *
   * @param code as the course page hands it over: single use, a few minutes
   * @param institutions that gave something to its owner; empty if none did
   * @param badges that they claimed
   */
  public record Door(String code, String institutions, long badges) {}

  /** Whether anything lies, or ever lay, in a person's backpack. */
  boolean hasAny(UUID personId) {
    return awards.countOfPerson(personId, EVERY_STATE) > 0;
  }

  /** A door to a person's backpack. Needs the caller's transaction. */
  Door to(UUID personId, Locale locale) {
    List<UUID> givers =
        awards.ofPerson(personId, EVERY_STATE, null, LOOKED_AT).awards().stream()
            .map(DirectAward::institutionId)
            .distinct()
            .toList();
    return new Door(
        codes.issue(OneTimeCode.Purpose.HANDOFF, personId, DOOR_LASTS),
        givers.stream()
            .map(id -> institutions.get(id).name(locale))
            .collect(Collectors.joining(", ")),
        awards.countOfPerson(personId, Set.of(AwardState.CLAIMED)));
  }
}
