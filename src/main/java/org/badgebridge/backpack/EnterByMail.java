package org.badgebridge.backpack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.award.AwardState;
import org.badgebridge.award.Awards;
import org.badgebridge.award.DirectAward;
import org.badgebridge.identity.MailCodes;
import org.badgebridge.identity.OneTimeCode;
import org.badgebridge.identity.OneTimeCodes;
import org.badgebridge.jobs.Jobs;

/**
 * The way into the backpack without an LMS: whoever reads a mailbox opens the backpack of the
 * learner whose platform tells that address. Backpacks with one address are not joined by it,
 * because platforms can be wrong: the learner chooses.
 */
@ApplicationScoped
public class EnterByMail {

  private static final Set<AwardState> EVERY_STATE = EnumSet.allOf(AwardState.class);
  private static final Duration DOOR_LASTS = Duration.ofMinutes(10);

  private final MailCodes codes;
  private final OneTimeCodes handoff;
  private final Awards awards;
  private final Jobs jobs;
  private final Clock clock;

  @Inject
  public EnterByMail(MailCodes codes, OneTimeCodes handoff, Awards awards, Jobs jobs, Clock clock) {
    this.codes = codes;
    this.handoff = handoff;
    this.awards = awards;
    this.jobs = jobs;
    this.clock = clock;
  }

  /**
   * Owes a code to whoever has an address.
   *
   * @return what the code is to be typed for; the same to look at if nobody has the address
   */
  @Transactional
  public UUID ask(String email, Locale language) {
    Optional<UUID> owed = codes.ask(email, language);
    owed.ifPresent(
        id -> jobs.schedule(MailCodes.SENDING, id.toString(), id.toString(), clock.instant()));
    return owed.orElseGet(UUID::randomUUID);
  }

  /**
   * Uses a code up.
   *
   * @return the ways in, one for each backpack of that address in which something lies, or one for
   *     an empty one; none if the code is wrong, used or too old
   */
  @Transactional
  public List<Door> redeem(UUID asked, String code) {
    List<UUID> persons = codes.redeem(asked, code);
    List<UUID> full = persons.stream().filter(this::hasAny).toList();
    return (full.isEmpty() ? persons.stream().limit(1).toList() : full)
        .stream().map(this::door).toList();
  }

  /**
   * A way into one backpack.
   *
   * @param code as the course page hands it over: single use, a few minutes
   * @param institutionIds that gave something to its owner
   * @param badges that they claimed
   */
  public record Door(String code, List<UUID> institutionIds, long badges) {}

  private boolean hasAny(UUID personId) {
    return awards.countOfPerson(personId, EVERY_STATE) > 0;
  }

  private Door door(UUID personId) {
    List<UUID> institutions =
        awards.ofPerson(personId, EVERY_STATE, null, Backpack.PAGE).awards().stream()
            .map(DirectAward::institutionId)
            .distinct()
            .toList();
    return new Door(
        handoff.issue(OneTimeCode.Purpose.HANDOFF, personId, DOOR_LASTS),
        institutions,
        awards.countOfPerson(personId, Set.of(AwardState.CLAIMED)));
  }
}
