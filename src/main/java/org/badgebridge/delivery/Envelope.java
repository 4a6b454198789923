package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;

/** Puts a letter into the form in which mail travels: text and HTML, and who it is from and to. */
@ApplicationScoped
public class Envelope {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final MailSettings settings;
  private final Clock clock;

  @Inject
  public Envelope(MailSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  MimeMessage around(Parcel parcel, Session session) throws MessagingException {
    Letter letter = parcel.letter();
    MimeMessage message = new Named(session, parcel.messageId());
    message.setFrom(settings.from());
    message.setRecipient(Message.RecipientType.TO, parcel.to());
    InternetAddress replyTo = parcel.replyTo();
    if (replyTo != null) {
      message.setReplyTo(new Address[] {replyTo});
    }
    message.setSubject(MailAddress.header(letter.subject()), UTF_8);
    message.setSentDate(Date.from(clock.instant()));
    message.setContentLanguage(new String[] {parcel.language().toLanguageTag()});
    String stop = parcel.stop();
    if (stop != null) {
      message.setHeader("List-Unsubscribe", "<" + stop + ">");
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    message.setHeader("Auto-Submitted", "auto-generated");
    MimeBodyPart text = new MimeBodyPart();
    text.setText(letter.text(), UTF_8);
    MimeBodyPart html = new MimeBodyPart();
    html.setText(letter.html(), UTF_8, "html");
    message.setContent(new MimeMultipart("alternative", text, html));
    message.saveChanges();
    return message;
  }

  /** Keeps its name however often it is sent. */
  private static final class Named extends MimeMessage {

    private final String messageId;

    Named(Session session, String messageId) {
      super(session);
      this.messageId = messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", messageId);
    }
  }
}
