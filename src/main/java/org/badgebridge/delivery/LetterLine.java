package org.badgebridge.delivery;

import java.time.Instant;

/**
 * One badge in a message.
 *
 * @param about where everybody can read about it
 * @param claim where the learner claims it
 * @param lapses until when
 */
public record LetterLine(String badge, String about, String claim, Instant lapses) {}
