package org.badgebridge.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.institution.Institution;
import org.badgebridge.web.Words;

/** A message with words that are not kept yet, about badges that do not exist. */
@ApplicationScoped
public class SampleLetter {

  private static final Duration AHEAD = Duration.ofDays(30);

  private final ComposeLetter compose;
  private final PublicOrigin origin;
  private final Words words;
  private final Clock clock;

  @Inject
  public SampleLetter(ComposeLetter compose, PublicOrigin origin, Words words, Clock clock) {
    this.compose = compose;
    this.origin = origin;
    this.words = words;
    this.clock = clock;
  }

  Letter of(MailKind kind, MailText text, Institution institution, Locale language) {
    List<LetterLine> lines =
        List.of("delivery.sample.first", "delivery.sample.second").stream()
            .map(key -> line(kind, words.text(language, key), language))
            .toList();
    return compose.write(
        text,
        institution,
        words.text(language, "delivery.sample.name"),
        lines,
        origin.at("/mail/stop/…"),
        language);
  }

  private LetterLine line(MailKind kind, String badge, Locale language) {
    String about = origin.at("/catalogue");
    return switch (kind) {
      case OFFER, REMINDER ->
          LetterLine.offer(badge, about, origin.at("/backpack"), clock.instant().plus(AHEAD));
      case RETURNED, DENIED ->
          LetterLine.decision(
              badge,
              about,
              origin.at("/backpack/requests"),
              words.text(language, "delivery.sample.said"));
      case SUPPLEMENT ->
          LetterLine.document(
              badge,
              about,
              origin.at("/backpack"),
              words.text(language, "delivery.sample.document"));
    };
  }
}
