package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.identity.MailCodes;
import org.badgebridge.jobs.Job;
import org.badgebridge.jobs.RetryLater;

/** Sends the code that somebody asked for to open their backpack. */
@ApplicationScoped
class SendCode implements Job {

  private final WriteCode write;
  private final PostMail postMail;

  @Inject
  SendCode(WriteCode write, PostMail postMail) {
    this.write = write;
    this.postMail = postMail;
  }

  @Override
  public String name() {
    return MailCodes.SENDING;
  }

  @Override
  public void run(String data) throws IOException {
    Optional<Parcel> parcel = write.write(UUID.fromString(data));
    if (parcel.isEmpty()) {
      return;
    }
    try {
      postMail.post(parcel.get());
    } catch (MessagingException e) {
      if (e instanceof SendFailedException refused && PostMail.isForGood(refused)) {
        return; // this address takes no mail, which whoever waits for the code will notice
      }
      throw new RetryLater(
          "the mail server did not take a code: " + MailAddress.redacted(e.getMessage()),
          Duration.ZERO);
    }
  }
}
