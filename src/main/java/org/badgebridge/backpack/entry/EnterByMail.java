package org.badgebridge.backpack.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.identity.MailCodes;
import org.badgebridge.jobs.Jobs;

/**
 * The way into the backpack without an LMS: whoever reads a mailbox opens the backpack of the
 * learner whose platform tells that address, or who proved it. Backpacks with one address are not
 * joined by it, because platforms can be wrong: the learner chooses.
 */
@ApplicationScoped
public class EnterByMail {

  private final MailCodes codes;
  private final Doors doors;
  private final Jobs jobs;
  private final Clock clock;

  @Inject
  public EnterByMail(MailCodes codes, Doors doors, Jobs jobs, Clock clock) {
    this.codes = codes;
    this.doors = doors;
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
  public List<Doors.Door> redeem(UUID asked, String code, Locale locale) {
    List<UUID> persons = codes.redeem(asked, code);
    List<UUID> full = persons.stream().filter(doors::hasAny).toList();
    return (full.isEmpty() ? persons.stream().limit(1).toList() : full)
        .stream().map(person -> doors.to(person, locale)).toList();
  }
}
