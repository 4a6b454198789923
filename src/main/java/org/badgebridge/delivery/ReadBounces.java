package org.badgebridge.delivery;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import org.badgebridge.jobs.RecurringJob;

/**
 * Reads the mailbox to which our mail comes back. What was read is marked as seen and stays; what
 * is no report about our mail is left to whoever reads the mailbox.
 */
@ApplicationScoped
class ReadBounces implements RecurringJob {

  static final String NAME = "read-bounces";

  private static final System.Logger LOG = System.getLogger(ReadBounces.class.getName());
  private static final String PATIENCE = "20000";
  private static final int BATCH = 500;

  /** Larger ones are no reports. */
  private static final int MOST_BYTES = 2 * 1024 * 1024;

  private final MailSettings settings;
  private final TakeReport takeReport;

  @Inject
  ReadBounces(MailSettings settings, TakeReport takeReport) {
    this.settings = settings;
    this.takeReport = takeReport;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(5);
  }

  @Override
  public void run() throws MessagingException {
    Optional<ServerAddress> configured = settings.bounces();
    if (configured.isEmpty()) {
      return;
    }
    ServerAddress box = configured.get();
    Session session = Session.getInstance(properties(box));
    try (Store store = session.getStore(box.scheme())) {
      store.connect(box.host(), box.port(), box.user(), box.password());
      try (Folder folder = store.getFolder(box.folder().isEmpty() ? "INBOX" : box.folder())) {
        folder.open(Folder.READ_WRITE);
        Message[] unread = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        for (Message each : Arrays.asList(unread).subList(0, Math.min(unread.length, BATCH))) {
          read(each);
        }
      }
    }
  }

  /** One that cannot be read stops none of the others. */
  private void read(Message message) throws MessagingException {
    try {
      if (message.getSize() <= MOST_BYTES) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        DeliveryReport.read(new ByteArrayInputStream(bytes.toByteArray()))
            .ifPresent(takeReport::take);
      }
    } catch (IOException | MessagingException e) {
      LOG.log(
          WARNING, "a message in the mailbox for returned mail cannot be read: {0}", e.getClass());
    }
    message.setFlag(Flags.Flag.SEEN, true);
  }

  private static Properties properties(ServerAddress box) {
    String prefix = "mail." + box.scheme() + ".";
    Properties all = new Properties();
    all.setProperty(prefix + "connectiontimeout", PATIENCE);
    all.setProperty(prefix + "timeout", PATIENCE);
    all.setProperty(prefix + "writetimeout", PATIENCE);
    all.setProperty(prefix + "peek", "true");
    all.setProperty(prefix + "ssl.checkserveridentity", "true");
    all.setProperty(prefix + "starttls.enable", "true");
    all.setProperty(
        prefix + "starttls.required",
        Boolean.toString(box.scheme().equals("imap") && !box.loopback()));
    return all;
  }
}
