package org.badgebridge.naming;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.database.Ids;
import org.badgebridge.identity.LmsUsers;
import org.badgebridge.identity.way.PersonAddresses;
import org.badgebridge.identity.way.WayNotice;
import org.badgebridge.identity.way.WayNotices;
import org.badgebridge.institution.Institutions;
import org.badgebridge.jobs.Jobs;
import org.badgebridge.web.Words;

/**
 * Owes a learner the answer of their school, at the one mailbox that is theirs for that school. No
 * message holds a name, neither the former nor the new one. Needs the caller's transaction.
 */
@ApplicationScoped
public class TellOfName {

  private final LmsUsers users;
  private final PersonAddresses addresses;
  private final Institutions institutions;
  private final WayNotices notices;
  private final Jobs jobs;
  private final Clock clock;

  @Inject
  @SuppressWarnings("TooManyParameters") // whom, what about, and how
  public TellOfName(
      LmsUsers users,
      PersonAddresses addresses,
      Institutions institutions,
      WayNotices notices,
      Jobs jobs,
      Clock clock) {
    this.users = users;
    this.addresses = addresses;
    this.institutions = institutions;
    this.notices = notices;
    this.jobs = jobs;
    this.clock = clock;
  }

  /**
   * Owes it, if any mailbox is known.
   *
   * @param reason why not; empty if there is none
   */
  void tell(UUID lmsUserId, UUID institutionId, WayNotice.What what, String reason) {
    users
        .find(lmsUserId)
        .filter(learner -> !learner.profile().testUser())
        .ifPresent(
            learner -> {
              Locale language = Words.choose(learner.profile().locale());
              String school = institutions.get(institutionId).name(language);
              addresses
                  .mailbox(learner)
                  .map(
                      address ->
                          new WayNotice(Ids.next(), address, what, school, reason, null, language))
                  .map(notices::owe)
                  .ifPresent(this::schedule);
            });
  }

  private void schedule(UUID id) {
    jobs.schedule(WayNotices.SENDING, id.toString(), id.toString(), clock.instant());
  }
}
