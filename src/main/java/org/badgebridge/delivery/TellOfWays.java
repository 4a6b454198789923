package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.identity.way.WayNotices;
import org.badgebridge.jobs.Job;
import org.badgebridge.jobs.RetryLater;

/** Tells the reader of a mailbox that a way into their backpack came or went. */
@ApplicationScoped
class TellOfWays implements Job {

  private final WriteOfWays write;
  private final PostMail postMail;

  @Inject
  TellOfWays(WriteOfWays write, PostMail postMail) {
    this.write = write;
    this.postMail = postMail;
  }

  @Override
  public String name() {
    return WayNotices.SENDING;
  }

  @Override
  public void run(String data) throws IOException {
    UUID id = UUID.fromString(data);
    Optional<Parcel> parcel = write.write(id);
    try {
      if (parcel.isPresent()) {
        postMail.post(parcel.get());
      }
    } catch (MessagingException e) {
      if (!(e instanceof SendFailedException refused && PostMail.isForGood(refused))) {
        throw new RetryLater(
            "the mail server did not take a notice: " + MailAddress.redacted(e.getMessage()),
            Duration.ZERO);
      }
    }
    write.settle(id);
  }
}
