package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Optional;
import java.util.Properties;

/** Hands a message to the mail server, or writes it to the outbox where there is none. */
@ApplicationScoped
public class PostMail {

  private static final String PATIENCE = "20000";

  private final MailSettings settings;
  private final Envelope envelope;
  private final Outbox outbox;

  @Inject
  public PostMail(MailSettings settings, Envelope envelope, Outbox outbox) {
    this.settings = settings;
    this.envelope = envelope;
    this.outbox = outbox;
  }

  /**
   * Hands it over; not inside a transaction.
   *
   * @throws MessagingException if the server does not take it
   * @throws IOException if the outbox cannot be written
   */
  void post(Parcel parcel) throws MessagingException, IOException {
    Optional<ServerAddress> server = settings.smtp();
    if (server.isEmpty()) {
      Session nowhere = Session.getInstance(new Properties());
      outbox.write(parcel.id(), envelope.around(parcel, nowhere));
      return;
    }
    ServerAddress smtp = server.get();
    Session session = Session.getInstance(properties(smtp, parcel));
    MimeMessage message = envelope.around(parcel, session);
    try (Transport transport = session.getTransport(smtp.scheme())) {
      transport.connect(smtp.host(), smtp.port(), smtp.user(), smtp.password());
      transport.sendMessage(message, new Address[] {parcel.to()});
    }
  }

  /** Whether the server takes nothing for an address, now or later. */
  static boolean isForGood(SendFailedException refusal) {
    return refusal.getInvalidAddresses() != null && refusal.getInvalidAddresses().length > 0;
  }

  private Properties properties(ServerAddress smtp, Parcel parcel) {
    String prefix = "mail." + smtp.scheme() + ".";
    Properties all = new Properties();
    all.setProperty(prefix + "from", settings.returnTo(Bounce.token(parcel.id())));
    all.setProperty(prefix + "connectiontimeout", PATIENCE);
    all.setProperty(prefix + "timeout", PATIENCE);
    all.setProperty(prefix + "writetimeout", PATIENCE);
    all.setProperty(prefix + "auth", Boolean.toString(smtp.user() != null));
    all.setProperty(prefix + "ssl.checkserveridentity", "true");
    all.setProperty(prefix + "starttls.enable", "true");
    // a password never travels in the clear
    all.setProperty(
        prefix + "starttls.required",
        Boolean.toString(smtp.scheme().equals("smtp") && smtp.user() != null && !smtp.loopback()));
    return all;
  }
}
