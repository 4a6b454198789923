package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.web.PlainText;

/** What a message names, as things stand when it is sent. */
@ApplicationScoped
public class Contents {

  private final OpenOffers offers;
  private final Decisions decisions;
  private final JoinedDocuments documents;
  private final BadgeClasses badgeClasses;
  private final LetterLinks links;

  @Inject
  public Contents(
      OpenOffers offers,
      Decisions decisions,
      JoinedDocuments documents,
      BadgeClasses badgeClasses,
      LetterLinks links) {
    this.offers = offers;
    this.decisions = decisions;
    this.documents = documents;
    this.badgeClasses = badgeClasses;
    this.links = links;
  }

  /**
   * The lines of a message.
   *
   * @param awards that they are about; none where it is about requests or documents
   */
  record Named(List<LetterLine> lines, List<UUID> awards) {}

  /**
   * What is still to be told to the learner of a message; no lines if nothing is.
   *
   * @param email where it goes
   */
  Named of(Mail mail, String email) {
    if (mail.kind().aboutRequests()) {
      return new Named(
          decisions.namedIn(mail.id()).stream().map(each -> line(each, mail.language())).toList(),
          List.of());
    }
    if (mail.kind() == MailKind.SUPPLEMENT) {
      return new Named(
          documents.namedIn(mail.id()).stream().map(each -> line(each, mail.language())).toList(),
          List.of());
    }
    List<OpenOffer> open = offers.namedIn(mail.id());
    return new Named(
        open.stream().map(each -> line(each, email, mail.language())).toList(),
        open.stream().map(OpenOffer::awardId).toList());
  }

  private LetterLine line(OpenOffer offer, String email, Locale language) {
    return LetterLine.offer(
        name(offer.badgeClassId(), language),
        links.badge(offer.badgeClassId()),
        links.claim(offer.awardId(), email),
        offer.lapses());
  }

  private LetterLine line(Decision decision, Locale language) {
    return LetterLine.decision(
        name(decision.badgeClassId(), language),
        links.badge(decision.badgeClassId()),
        links.request(decision.requestId()),
        decision.said());
  }

  private LetterLine line(JoinedDocument document, Locale language) {
    return LetterLine.document(
        name(document.badgeClassId(), language),
        links.badge(document.badgeClassId()),
        links.held(document.awardId()),
        PlainText.line(document.title()));
  }

  private String name(UUID badgeClassId, Locale language) {
    BadgeClass badgeClass = badgeClasses.find(badgeClassId).orElseThrow();
    return PlainText.line(badgeClass.content().in(language).name());
  }
}
