package org.badgebridge.award.batch;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.badgebridge.award.AwardDetails;
import org.badgebridge.award.Recipient;
import org.badgebridge.award.Requirements;
import org.badgebridge.award.batch.file.Column;
import org.badgebridge.award.batch.file.Line;
import org.badgebridge.institution.EppnPattern;
import org.badgebridge.problem.FieldFault;
import org.jspecify.annotations.Nullable;

/** Judges the rows of one table by what they say, in their order. */
final class ReadRow {

  private final Requirements requirements;
  private final @Nullable EppnPattern pattern;
  private final Faults faults;
  private final Set<String> seen = new HashSet<>();
  private int place;

  /** How a fault is told to whoever uploads. */
  interface Faults {
    String words(FieldFault fault);
  }

  ReadRow(Requirements requirements, @Nullable EppnPattern pattern, Faults faults) {
    this.requirements = requirements;
    this.pattern = pattern;
    this.faults = faults;
  }

  BatchRow read(Line line) {
    Recipient who =
        new Recipient(null, line.text(Column.EPPN), line.text(Column.EMAIL), name(line));
    AwardDetails details =
        new AwardDetails(
            line.text(Column.NARRATIVE),
            line.text(Column.EVIDENCE_URL),
            line.text(Column.EVIDENCE_NAME),
            line.text(Column.EVIDENCE_DESCRIPTION),
            line.text(Column.GRADE));
    FieldFault nobody = who.fault(pattern).orElse(null);
    List<FieldFault> said = requirements.faults(details);
    Verdict verdict = Verdict.GOOD;
    FieldFault fault = null;
    if (nobody != null) {
      verdict = Verdict.INVALID;
      fault = nobody;
    } else if (!seen.add(who.by() + " " + who.as())) {
      verdict = Verdict.DUPLICATE;
    } else if (!said.isEmpty()) {
      verdict = Verdict.MISSING;
      fault = said.get(0);
    }
    boolean kept = verdict == Verdict.GOOD;
    return new BatchRow(
        ++place,
        line.number(),
        who.by(),
        who.as(),
        who.name(),
        who.email(),
        kept ? details : AwardDetails.NONE,
        verdict,
        fault == null ? null : faults.words(fault),
        null,
        null);
  }

  private static String name(Line line) {
    String whole = line.text(Column.NAME);
    String parts =
        String.join(
            " ",
            Stream.of(line.text(Column.FIRST_NAME), line.text(Column.LAST_NAME))
                .filter(each -> each != null)
                .toList());
    return whole == null ? parts : whole;
  }
}
