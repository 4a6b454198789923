package org.badgebridge.award.batch;

import java.util.UUID;
import org.badgebridge.award.AwardDetails;
import org.badgebridge.identity.Addressees.KnownBy;
import org.jspecify.annotations.Nullable;

/**
 * One row of an uploaded table.
 *
 * @param place its order, from 1
 * @param number as a spreadsheet counts: the headings are row 1
 * @param by by what it names the learner; null if it names nobody
 * @param as the eppn or e-mail address in lower case
 * @param fault what is wrong with it, in the words of whoever uploaded it; null if nothing is
 * @param outcome what became of it; null while nothing has
 */
public record BatchRow(
    int place,
    int number,
    @Nullable KnownBy by,
    @Nullable String as,
    @Nullable String name,
    @Nullable String email,
    AwardDetails details,
    Verdict verdict,
    @Nullable String fault,
    @Nullable String outcome,
    @Nullable UUID awardId) {}
