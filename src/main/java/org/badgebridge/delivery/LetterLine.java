package org.badgebridge.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One badge in a message.
 *
 * @param about where everybody can read about it
 * @param act the key of what the learner can do
 * @param address where they do it
 * @param lapses until when; null for ever
 * @param said what staff or a lecturer said about it, or what it is called; null for nothing
 */
public record LetterLine(
    String badge,
    String about,
    String act,
    String address,
    @Nullable Instant lapses,
    @Nullable String said) {

  /** About an award that can be claimed. */
  static LetterLine offer(String badge, String about, String claim, Instant lapses) {
    return new LetterLine(badge, about, "delivery.mail.claim", claim, lapses, null);
  }

  /** About a document that was joined to a badge. */
  static LetterLine document(String badge, String about, String held, String title) {
    return new LetterLine(badge, about, "delivery.mail.look", held, null, title);
  }

  /** About a request that was decided. */
  static LetterLine decision(String badge, String about, String request, @Nullable String said) {
    return new LetterLine(badge, about, "delivery.mail.request", request, null, said);
  }
}
