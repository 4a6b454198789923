package org.badgebridge.award;

import java.util.ArrayList;
import java.util.List;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.web.PlainText;
import org.badgebridge.web.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * What is said about one learner's award: what was done, with which evidence, how well. The
 * credential states it (Open Badges 3.0 §B.1.7 Evidence, §B.1.24 Result). As typed or read; blank
 * counts as not said. A value is not checked yet: {@link #faults}.
 *
 * @param narrative what the learner did, in Markdown
 * @param evidenceUrl where it can be seen
 * @param grade as the grade scale of the badge class writes it, or in words
 * @param team their part in a team; null for what somebody did alone
 */
public record AwardDetails(
    @Nullable String narrative,
    @Nullable String evidenceUrl,
    @Nullable String evidenceName,
    @Nullable String evidenceDescription,
    @Nullable String grade,
    @Nullable TeamPart team) {

  static final int LONGEST_NARRATIVE = 10_000;
  static final int LONGEST_ADDRESS = 2_000;
  static final int LONGEST_NAME = 255;
  static final int LONGEST_DESCRIPTION = 2_000;

  /** Nothing is said. */
  public static final AwardDetails NONE = new AwardDetails(null, null, null, null, null);

  /** What somebody did alone. */
  public AwardDetails(
      @Nullable String narrative,
      @Nullable String evidenceUrl,
      @Nullable String evidenceName,
      @Nullable String evidenceDescription,
      @Nullable String grade) {
    this(narrative, evidenceUrl, evidenceName, evidenceDescription, grade, null);
  }

  /** Cleans the texts. */
  public AwardDetails(
      @Nullable String narrative,
      @Nullable String evidenceUrl,
      @Nullable String evidenceName,
      @Nullable String evidenceDescription,
      @Nullable String grade,
      @Nullable TeamPart team) {
    this.narrative = text(narrative);
    this.evidenceUrl = line(evidenceUrl);
    this.evidenceName = line(evidenceName);
    this.evidenceDescription = text(evidenceDescription);
    this.grade = line(grade);
    this.team = team == null ? null : cleaned(team);
  }

  private static @Nullable TeamPart cleaned(TeamPart typed) {
    String name = PlainText.optionalLine(typed.team());
    String part = PlainText.paragraphs(typed.part());
    return name.isEmpty() ? null : new TeamPart(name, part, typed.stated());
  }

  private static @Nullable String text(@Nullable String typed) {
    String clean = typed == null ? "" : PlainText.paragraphs(typed);
    return clean.isEmpty() ? null : clean;
  }

  private static @Nullable String line(@Nullable String typed) {
    String clean = PlainText.optionalLine(typed);
    return clean.isEmpty() ? null : clean;
  }

  /** What is wrong with it in itself, by field; empty if nothing is. */
  public List<FieldFault> faults() {
    List<FieldFault> faults = new ArrayList<>();
    longest(faults, "narrative", narrative, LONGEST_NARRATIVE);
    longest(faults, "evidenceUrl", evidenceUrl, LONGEST_ADDRESS);
    longest(faults, "evidenceName", evidenceName, LONGEST_NAME);
    longest(faults, "evidenceDescription", evidenceDescription, LONGEST_DESCRIPTION);
    longest(faults, "grade", grade, LONGEST_NAME);
    if (team != null) {
      longest(faults, "team", team.team(), LONGEST_NAME);
      longest(faults, "part", team.part(), LONGEST_DESCRIPTION);
      if (team.part().isEmpty()) {
        faults.add(FieldFault.of("part", "award.fault.part-needed"));
      }
    }
    if (evidenceUrl != null && !WebAddress.fits(evidenceUrl, LONGEST_ADDRESS)) {
      faults.add(FieldFault.of("evidenceUrl", "award.fault.url"));
    }
    return faults;
  }

  private static void longest(
      List<FieldFault> faults, String field, @Nullable String value, int most) {
    if (value != null && value.length() > most) {
      faults.add(FieldFault.of(field, "award.fault.too-long", most));
    }
  }

  /** The same, where nothing is said with what the other says. */
  public AwardDetails or(AwardDetails other) {
    return new AwardDetails(
        narrative == null ? other.narrative : narrative,
        evidenceUrl == null ? other.evidenceUrl : evidenceUrl,
        evidenceName == null ? other.evidenceName : evidenceName,
        evidenceDescription == null ? other.evidenceDescription : evidenceDescription,
        grade == null ? other.grade : grade,
        team == null ? other.team : team);
  }

  /** The same once the learner decided whether the badge states their part in a team. */
  public AwardDetails stating(boolean agrees) {
    return team == null ? this : in(team.decided(agrees));
  }

  /** The same as one member's part in a team. */
  public AwardDetails in(TeamPart part) {
    return new AwardDetails(narrative, evidenceUrl, evidenceName, evidenceDescription, grade, part);
  }
}
