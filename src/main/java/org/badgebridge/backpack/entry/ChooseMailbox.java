package org.badgebridge.backpack.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.way.PersonAddress;
import org.badgebridge.identity.way.PersonAddresses;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** An owner chooses where our mail goes: to an address that they proved, or where schools say. */
@ApplicationScoped
public class ChooseMailbox {

  private final PersonAddresses addresses;
  private final WayNews news;

  @Inject
  public ChooseMailbox(PersonAddresses addresses, WayNews news) {
    this.addresses = addresses;
    this.news = news;
  }

  /**
   * Chooses one of their own.
   *
   * @throws ProblemException NOT_FOUND if it is none
   */
  @Transactional
  public void choose(UUID personId, UUID id, Actor actor) {
    PersonAddress chosen =
        addresses
            .of(personId, id)
            .orElseThrow(
                () -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
    if (!chosen.forMail()) {
      addresses.useForMail(chosen);
      news.record(personId, actor, "mailbox.chosen", "address " + id);
    }
  }

  /** Chooses none. */
  @Transactional
  public void chooseNone(UUID personId, Actor actor) {
    addresses.useNoneForMail(personId);
    news.record(personId, actor, "mailbox.chosen", "as the schools say");
  }
}
