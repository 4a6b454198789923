package org.badgebridge.backpack.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.MailCodes;
import org.badgebridge.identity.way.PersonAddresses;
import org.badgebridge.identity.way.WayNotice;
import org.badgebridge.jobs.Jobs;

/**
 * An owner adds an e-mail address to the ways in, by a code that is sent there. An address opens
 * one backpack: whoever has it in another is offered to join the two, because the code proves both.
 */
@ApplicationScoped
public class AddAddress {

  private final MailCodes codes;
  private final PersonAddresses addresses;
  private final Doors doors;
  private final WayNews news;
  private final Jobs jobs;
  private final Clock clock;

  @Inject
  @SuppressWarnings("TooManyParameters") // the code, the address, and what follows from it
  public AddAddress(
      MailCodes codes,
      PersonAddresses addresses,
      Doors doors,
      WayNews news,
      Jobs jobs,
      Clock clock) {
    this.codes = codes;
    this.addresses = addresses;
    this.doors = doors;
    this.news = news;
    this.jobs = jobs;
    this.clock = clock;
  }

  /**
   * What a code brought.
   *
   * @param address that was proven
   * @param others doors to other backpacks that the address opens
   */
  public record Proven(String address, List<Doors.Door> others) {}

  /** Owes a code to an address; the same to look at whether or not it gets one. */
  @Transactional
  public UUID ask(UUID personId, String email, Locale language) {
    Optional<UUID> owed = codes.prove(personId, email, language);
    owed.ifPresent(
        id -> jobs.schedule(MailCodes.SENDING, id.toString(), id.toString(), clock.instant()));
    return owed.orElseGet(UUID::randomUUID);
  }

  /**
   * Uses the code up.
   *
   * @return empty if it is wrong, used, too old, or was asked for by somebody else
   */
  @Transactional
  public Optional<Proven> prove(
      UUID personId, UUID asked, String typed, Actor actor, Locale language) {
    return codes
        .proven(asked, personId, typed)
        .map(address -> keep(personId, address, actor, language));
  }

  private Proven keep(UUID personId, String address, Actor actor, Locale language) {
    Set<String> before = addresses.mailboxes(personId);
    if (addresses.add(personId, address)) {
      UUID id = addresses.owner(address).orElseThrow().id();
      news.record(personId, actor, "way.added", "address " + id);
      news.tell(before, WayNotice.What.ADDED, address, language);
    }
    List<Doors.Door> others =
        codes.owners(address).stream()
            .filter(other -> !other.equals(personId))
            .filter(doors::hasAny)
            .map(other -> doors.to(other, language))
            .toList();
    return new Proven(address, others);
  }
}
