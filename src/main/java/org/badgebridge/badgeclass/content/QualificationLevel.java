package org.badgebridge.badgeclass.content;

import java.util.regex.Pattern;

/**
 * Tells the levels of qualifications frameworks (EQF, NLQF and the like) and of rubrics from
 * skills: Open Badges 3.0 knows both as {@code Alignment}.
 */
public final class QualificationLevel {

  /** What is aligned to the European level itself, as we write it. */
  public static final String EQF = "ext:EQFAlignment";

  private static final Pattern TYPE =
      Pattern.compile("ext:[A-Za-z]*QF[A-Za-z]*Alignment|CFRubricCriterionLevel");

  /** The descriptions at Europass, and the levels among the authority tables of the Commission. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "https?://(?:europass\\.europa\\.eu/.*eqf-levels.*|data\\.europa\\.eu/snb/eqf/.*)");

  private QualificationLevel() {}

  /**
   * Whether an alignment is to a level.
   *
   * @param type its {@code targetType}; empty if it has none
   * @param url its {@code targetUrl}; empty if it has none
   */
  public static boolean is(String type, String url) {
    return TYPE.matcher(type).matches() || ADDRESS.matcher(url).matches();
  }
}
