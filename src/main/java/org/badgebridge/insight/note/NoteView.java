package org.badgebridge.insight.note;

import org.badgebridge.insight.figures.Rate;
import org.jspecify.annotations.Nullable;

/**
 * A note with what it is about, and what came before and after.
 *
 * @param about the badge class and the course, empty for everything
 * @param owner the name of whoever wrote it, null if the account is gone
 * @param before the claim rate of what was offered in the 30 days before its day
 * @param after that of its day and the 29 days after
 * @param ended whether these have passed
 * @param mine whether the reader may change it
 */
public record NoteView(
    Note note,
    String about,
    @Nullable String owner,
    Rate before,
    Rate after,
    boolean ended,
    boolean mine) {}
