package org.badgebridge.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.badgebridge.database.Row;
import org.jspecify.annotations.Nullable;

/** Parts of statements that look for LMS users, in which {@code lms_user} is called {@code u}. */
public final class LmsUserSearch {

  /** What a name is read from: {@link #displayName}. */
  public static final String NAMES = "u.name, u.given_name, u.family_name";

  /** What names are ordered by, never null; ties are told apart by {@code u.id}. */
  public static final String NAME_KEY =
      "lower(coalesce(nullif(u.name, ''), trim(coalesce(u.given_name, '') || ' ' ||"
          + " coalesce(u.family_name, ''))))";

  private static final String SAYS =
      " and lower(coalesce(u.name, '') || ' ' || coalesce(u.given_name, '') || ' ' ||"
          + " coalesce(u.family_name, '') || ' ' || coalesce(u.email, '') || ' ' ||"
          + " coalesce(u.eppn, '') || ' ' || coalesce(u.known_as, '') || ' ' ||"
          + " coalesce(u.username, '') || ' ' || coalesce(u.sourced_id, '')) like ? escape '!'";

  private static final int MOST_WORDS = 8;
  private static final int LONGEST = 100;

  private LmsUserSearch() {}

  /**
   * A condition for those whose name, e-mail address, eppn or other name has every word that was
   * typed, in whatever order; upper and lower case are alike. Begins with {@code and}; empty
   * without a word.
   *
   * @param parameters to which those of the condition are added
   */
  public static String condition(String typed, List<@Nullable Object> parameters) {
    StringBuilder condition = new StringBuilder();
    Arrays.stream(typed.strip().toLowerCase(Locale.ROOT).split("\\s+", -1))
        .filter(each -> !each.isEmpty())
        .limit(MOST_WORDS)
        .forEach(
            each -> {
              condition.append(SAYS);
              parameters.add("%" + escaped(each) + "%");
            });
    return condition.toString();
  }

  private static String escaped(String word) {
    return word.substring(0, Math.min(word.length(), LONGEST))
        .replace("!", "!!")
        .replace("%", "!%")
        .replace("_", "!_")
        .replace("\u0000", "");
  }

  /**
   * How somebody is called, as {@link LmsUser#displayName}.
   *
   * @param row with {@link #NAMES} and the id
   * @param id the name of the column of the id
   */
  public static String displayName(Row row, String id) {
    return new LmsUser.Profile(
            row.optionalText("name"),
            row.optionalText("given_name"),
            row.optionalText("family_name"),
            null,
            null,
            false)
        .displayName(row.uuid(id));
  }
}
