package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.identity.LmsUser;
import org.badgebridge.web.PlainText;

/** What a message names, as things stand when it is sent. */
@ApplicationScoped
public class Contents {

  private final OpenOffers offers;
  private final Decisions decisions;
  private final BadgeClasses badgeClasses;
  private final LetterLinks links;

  @Inject
  public Contents(
      OpenOffers offers, Decisions decisions, BadgeClasses badgeClasses, LetterLinks links) {
    this.offers = offers;
    this.decisions = decisions;
    this.badgeClasses = badgeClasses;
    this.links = links;
  }

  /**
   * The lines of a message.
   *
   * @param awards that they are about; none where it is about requests
   */
  record Named(List<LetterLine> lines, List<UUID> awards) {}

  /** What is still to be told to the learner of a message; no lines if nothing is. */
  Named of(Mail mail, LmsUser learner) {
    if (mail.kind().aboutRequests()) {
      return new Named(
          decisions.namedIn(mail.id()).stream().map(each -> line(each, mail.language())).toList(),
          List.of());
    }
    List<OpenOffer> open = offers.namedIn(mail.id());
    return new Named(
        open.stream().map(each -> line(each, learner, mail.language())).toList(),
        open.stream().map(OpenOffer::awardId).toList());
  }

  private LetterLine line(OpenOffer offer, LmsUser learner, Locale language) {
    return LetterLine.offer(
        name(offer.badgeClassId(), language),
        links.badge(offer.badgeClassId()),
        links.claim(offer.awardId(), String.valueOf(learner.profile().email())),
        offer.lapses());
  }

  private LetterLine line(Decision decision, Locale language) {
    return LetterLine.decision(
        name(decision.badgeClassId(), language),
        links.badge(decision.badgeClassId()),
        links.request(decision.requestId()),
        decision.said());
  }

  private String name(UUID badgeClassId, Locale language) {
    BadgeClass badgeClass = badgeClasses.find(badgeClassId).orElseThrow();
    return PlainText.line(badgeClass.content().in(language).name());
  }
}
