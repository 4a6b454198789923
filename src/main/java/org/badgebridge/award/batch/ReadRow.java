package org.badgebridge.award.batch;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.badgebridge.award.AwardDetails;
import org.badgebridge.award.Requirements;
import org.badgebridge.award.batch.file.Column;
import org.badgebridge.award.batch.file.Line;
import org.badgebridge.identity.Addressees.KnownBy;
import org.badgebridge.institution.EppnPattern;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.web.PlainText;
import org.jspecify.annotations.Nullable;

/** Judges the rows of one table by what they say, in their order. */
final class ReadRow {

  private static final Pattern EPPN = Pattern.compile("[^\\s@]{1,250}@[^\\s@]{1,64}");
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@,;<>()\"]{1,64}@[^\\s@,;<>()\"]{1,250}\\.[^\\s@,;<>()\".]{2,63}");

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
    String eppn = lower(line.text(Column.EPPN));
    String email = lower(line.text(Column.EMAIL));
    String name = name(line);
    KnownBy by = eppn != null ? KnownBy.EPPN : email != null ? KnownBy.EMAIL : null;
    AwardDetails details =
        new AwardDetails(
            line.text(Column.NARRATIVE),
            line.text(Column.EVIDENCE_URL),
            line.text(Column.EVIDENCE_NAME),
            line.text(Column.EVIDENCE_DESCRIPTION),
            line.text(Column.GRADE));
    FieldFault nobody = nobody(eppn, email, name);
    List<FieldFault> said = requirements.faults(details);
    Verdict verdict = Verdict.GOOD;
    FieldFault fault = null;
    if (nobody != null) {
      verdict = Verdict.INVALID;
      fault = nobody;
    } else if (!seen.add(by + " " + (eppn == null ? email : eppn))) {
      verdict = Verdict.DUPLICATE;
    } else if (!said.isEmpty()) {
      verdict = Verdict.MISSING;
      fault = said.get(0);
    }
    boolean kept = verdict == Verdict.GOOD;
    return new BatchRow(
        ++place,
        line.number(),
        by,
        eppn == null ? email : eppn,
        name,
        email,
        kept ? details : AwardDetails.NONE,
        verdict,
        fault == null ? null : faults.words(fault),
        null,
        null);
  }

  private @Nullable FieldFault nobody(
      @Nullable String eppn, @Nullable String email, @Nullable String name) {
    if (eppn == null && email == null) {
      return FieldFault.of("eppn", "award.row.nobody");
    }
    if (eppn != null && !EPPN.matcher(eppn).matches()) {
      return FieldFault.of("eppn", "award.row.eppn", cut(eppn));
    }
    if (eppn != null && pattern != null && !pattern.matches(eppn)) {
      return FieldFault.of("eppn", "award.row.eppn-elsewhere", cut(eppn));
    }
    if (email != null && !EMAIL.matcher(email).matches()) {
      return FieldFault.of("email", "award.row.email", cut(email));
    }
    if (eppn == null && name == null) {
      return FieldFault.of("name", "award.row.name");
    }
    return null;
  }

  private static @Nullable String name(Line line) {
    String whole = line.text(Column.NAME);
    String parts =
        String.join(
            " ",
            Stream.of(line.text(Column.FIRST_NAME), line.text(Column.LAST_NAME))
                .filter(each -> each != null)
                .toList());
    String name = PlainText.line(whole == null ? parts : whole);
    return name.isEmpty() ? null : name.substring(0, Math.min(name.length(), 250));
  }

  private static @Nullable String lower(@Nullable String text) {
    return text == null ? null : PlainText.line(text).toLowerCase(Locale.ROOT);
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), 80));
  }
}
