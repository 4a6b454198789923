package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.badgebridge.jobs.Job;
import org.badgebridge.jobs.RetryLater;
import org.jspecify.annotations.Nullable;

/**
 * Sends one message. What the server refuses for its address is noted as undeliverable; a server
 * that is down is asked again, and then an operator looks.
 */
@ApplicationScoped
class SendMail implements Job {

  static final String NAME = "send-mail";

  /** Tries while the server says not now to one address; with doubling waits about half a day. */
  private static final int PATIENCE = 10;

  private static final Pattern STATUS = Pattern.compile("\\b5\\.\\d{1,3}\\.\\d{1,3}\\b");

  private final Sending sending;
  private final PostMail postMail;

  @Inject
  SendMail(Sending sending, PostMail postMail) {
    this.sending = sending;
    this.postMail = postMail;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(String data) throws IOException {
    UUID mailId = UUID.fromString(data);
    Optional<Parcel> parcel = sending.prepare(mailId);
    if (parcel.isEmpty()) {
      return;
    }
    try {
      postMail.post(parcel.get());
    } catch (SendFailedException e) {
      refused(mailId, e);
      return;
    } catch (MessagingException e) {
      throw later(e);
    }
    sending.sent(mailId, parcel.get().awards());
  }

  private void refused(UUID mailId, SendFailedException e) {
    if (PostMail.isForGood(e)) {
      sending.failed(mailId, trouble(e));
    } else if (sending.refusedForNow(mailId, PATIENCE)) {
      throw later(e);
    }
  }

  private static Trouble trouble(MessagingException e) {
    for (@Nullable Throwable each = e; each != null; each = next(each)) {
      Matcher status = STATUS.matcher(String.valueOf(each.getMessage()));
      if (status.find()) {
        return Trouble.of(status.group());
      }
    }
    return Trouble.ADDRESS;
  }

  private static @Nullable Throwable next(Throwable e) {
    return e instanceof MessagingException mail && mail.getNextException() != null
        ? mail.getNextException()
        : null;
  }

  /** Without the cause: a server's words may name the address. */
  private static RetryLater later(MessagingException e) {
    return new RetryLater(
        "the mail server did not take a message: "
            + e.getClass().getSimpleName()
            + " "
            + MailAddress.redacted(e.getMessage()),
        Duration.ZERO);
  }
}
