package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.award.Awards;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.EmailAddress;
import org.badgebridge.identity.LmsUser;
import org.badgebridge.identity.LmsUsers;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Institutions;

/** The transactions around sending one message: what it says now, and what became of it. */
@ApplicationScoped
public class Sending {

  private static final Actor JOB = Actor.system("job " + SendMail.NAME);

  private final Mails mails;
  private final Contents contents;
  private final LmsUsers lmsUsers;
  private final Institutions institutions;
  private final Standing standing;
  private final Undeliverable undeliverable;
  private final ComposeLetter compose;
  private final StopLink stop;
  private final Awards awards;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  @SuppressWarnings("TooManyParameters") // each is asked once for one message
  public Sending(
      Mails mails,
      Contents contents,
      LmsUsers lmsUsers,
      Institutions institutions,
      Standing standing,
      Undeliverable undeliverable,
      ComposeLetter compose,
      StopLink stop,
      Awards awards,
      AuditTrail audit,
      Clock clock) {
    this.mails = mails;
    this.contents = contents;
    this.lmsUsers = lmsUsers;
    this.institutions = institutions;
    this.standing = standing;
    this.undeliverable = undeliverable;
    this.compose = compose;
    this.stop = stop;
    this.awards = awards;
    this.audit = audit;
    this.clock = clock;
  }

  /** What to send now; empty if it was sent, or there is nothing to tell any more. */
  @Transactional
  public Optional<Parcel> prepare(UUID mailId) {
    Optional<Mail> owed = mails.owed(mailId);
    if (owed.isEmpty()) {
      return Optional.empty();
    }
    Mail mail = owed.get();
    Optional<LmsUser> learner =
        lmsUsers.find(mail.lmsUserId()).filter(each -> standing.obstacle(each).isEmpty());
    if (learner.isEmpty()) {
      mails.settle(mailId, MailState.DROPPED);
      return Optional.empty();
    }
    String email = standing.mailbox(learner.get()).orElseThrow();
    Contents.Named named = contents.of(mail, email);
    if (named.lines().isEmpty()) {
      mails.settle(mailId, MailState.DROPPED);
      return Optional.empty();
    }
    mails.address(mailId, EmailAddress.digest(email));
    return MailAddress.strict(email, learner.get().profile().name())
        .map(
            to -> {
              Institution institution = institutions.get(mail.institutionId());
              return new Parcel(
                  mailId,
                  mail.messageId(),
                  mail.language(),
                  compose.about(
                      mail.kind(), institution, learner.get(), named.lines(), mail.language()),
                  to,
                  MailAddress.strict(String.valueOf(institution.email()), null).orElse(null),
                  stop.to(mail.lmsUserId()),
                  named.awards());
            })
        .or(
            () -> {
              failed(mailId, Trouble.ADDRESS);
              return Optional.empty();
            });
  }

  /** The message was handed over. */
  @Transactional
  public void sent(UUID mailId, List<UUID> awardIds) {
    if (mails.owed(mailId).isEmpty()) {
      return;
    }
    mails.settle(mailId, MailState.SENT);
    awardIds.stream()
        .sorted()
        .forEach(each -> awards.locked(each).ladder().reachedNotice(clock.instant()));
  }

  /** The mail server said no to this address. */
  @Transactional
  public void failed(UUID mailId, Trouble why) {
    mails
        .owed(mailId)
        .ifPresent(
            mail -> {
              mails.settle(mailId, MailState.FAILED);
              mails.addressOf(mailId).ifPresent(digest -> undeliverable.note(digest, why));
              audit.record(
                  mail.institutionId(), JOB, "mail.undeliverable", "mail", mailId, why.slug());
            });
  }

  /**
   * The mail server said not now to this address.
   *
   * @param most tries
   * @return false when that was the last try
   */
  @Transactional
  public boolean refusedForNow(UUID mailId, int most) {
    if (mails.failedAgain(mailId) < most) {
      return true;
    }
    failed(mailId, Trouble.UNKNOWN);
    return false;
  }
}
