package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.advisor.Invitations;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.web.Page;
import org.badgebridge.web.PlainText;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;

/** Writes the message that leads an advisor to what a learner lets them see. */
@ApplicationScoped
public class WriteToAdvisor {

  private final Invitations invitations;
  private final MailSettings settings;
  private final PublicOrigin origin;
  private final Views views;
  private final Words words;

  @Inject
  public WriteToAdvisor(
      Invitations invitations,
      MailSettings settings,
      PublicOrigin origin,
      Views views,
      Words words) {
    this.invitations = invitations;
    this.settings = settings;
    this.origin = origin;
    this.views = views;
    this.words = words;
  }

  /**
   * The message; empty if it was sent, or the grant is over. An address that is none is noted as
   * one that takes no mail.
   */
  public Optional<Parcel> write(UUID grantId) {
    Optional<Invitations.Invitation> owed = invitations.owed(grantId);
    if (owed.isEmpty()) {
      return Optional.empty();
    }
    Optional<InternetAddress> to = MailAddress.strict(owed.get().email(), null);
    if (to.isEmpty()) {
      settle(grantId, false);
      return Optional.empty();
    }
    return Optional.of(
        new Parcel(
            grantId,
            Bounce.messageId(grantId, settings.host()),
            owed.get().language(),
            letter(owed.get()),
            to.get(),
            null,
            null,
            List.of()));
  }

  /** Notes how it went. */
  public void settle(UUID grantId, boolean taken) {
    invitations.settle(grantId, taken);
  }

  private Letter letter(Invitations.Invitation owed) {
    Page page = Page.open(owed.language(), words);
    String learner = PlainText.line(owed.learner());
    String until = page.day(owed.until());
    boolean named = !learner.isEmpty();
    String subject =
        named
            ? page.t("delivery.advisor.subject", learner)
            : page.t("delivery.advisor.subject-unnamed");
    String said =
        named
            ? page.t("delivery.advisor", learner, until)
            : page.t("delivery.advisor-unnamed", until);
    String address = origin.at(owed.path());
    return new Letter(
        subject,
        "",
        List.of(),
        "",
        String.join(
                "\n\n",
                said,
                address,
                page.t("delivery.advisor.how"),
                page.t("delivery.advisor.not-you"))
            + "\n",
        views.render(
            "delivery/advisor.jte",
            page,
            Map.of("subject", subject, "said", said, "address", address)));
  }
}
