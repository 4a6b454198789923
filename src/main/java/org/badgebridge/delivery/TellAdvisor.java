package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.advisor.Grants;
import org.badgebridge.jobs.Job;
import org.badgebridge.jobs.RetryLater;

/** Writes once to an advisor whom a learner lets see something. */
@ApplicationScoped
class TellAdvisor implements Job {

  private final WriteToAdvisor write;
  private final PostMail postMail;

  @Inject
  TellAdvisor(WriteToAdvisor write, PostMail postMail) {
    this.write = write;
    this.postMail = postMail;
  }

  @Override
  public String name() {
    return Grants.SENDING;
  }

  @Override
  public void run(String data) throws IOException {
    UUID id = UUID.fromString(data);
    Optional<Parcel> parcel = write.write(id);
    if (parcel.isEmpty()) {
      return;
    }
    try {
      postMail.post(parcel.get());
    } catch (MessagingException e) {
      if (e instanceof SendFailedException refused && PostMail.isForGood(refused)) {
        write.settle(id, false);
        return;
      }
      throw new RetryLater(
          "the mail server did not take a message to an advisor: "
              + MailAddress.redacted(e.getMessage()),
          Duration.ZERO);
    }
    write.settle(id, true);
  }
}
