package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.identity.MailCodes;
import org.badgebridge.web.Page;
import org.badgebridge.web.Views;
import org.badgebridge.web.Words;

/**
 * Makes a code, and writes the message that carries it. It carries no link, so that none can be
 * faked.
 */
@ApplicationScoped
public class WriteCode {

  private final MailCodes codes;
  private final MailSettings settings;
  private final Views views;
  private final Words words;

  @Inject
  public WriteCode(MailCodes codes, MailSettings settings, Views views, Words words) {
    this.codes = codes;
    this.settings = settings;
    this.views = views;
    this.words = words;
  }

  /** The message; empty if it is too late. */
  @Transactional
  public Optional<Parcel> write(UUID id) {
    return codes
        .owed(id)
        .flatMap(
            owed ->
                MailAddress.strict(owed.address(), null)
                    .map(
                        to ->
                            new Parcel(
                                id,
                                Bounce.messageId(id, settings.host()),
                                owed.language(),
                                letter(owed, codes.make(id)),
                                to,
                                null,
                                null,
                                List.of())));
  }

  private Letter letter(MailCodes.Owed owed, String code) {
    Page page = Page.open(owed.language(), words);
    String subject = page.t("delivery.code.subject", code);
    String intro = page.t("delivery.code.for." + owed.purpose());
    String text =
        String.join(
                "\n\n", intro, code, page.t("delivery.code.lasts"), page.t("delivery.code.not-you"))
            + "\n";
    return new Letter(
        subject,
        "",
        List.of(),
        "",
        text,
        views.render(
            "delivery/code.jte", page, Map.of("subject", subject, "intro", intro, "code", code)));
  }
}
