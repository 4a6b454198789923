package org.badgebridge.operator.awards;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.badgebridge.award.Life;
import org.badgebridge.web.Page;
import org.jspecify.annotations.Nullable;

/** The reason of a deed, in the reader's language where Badge Bridge gave it. */
public final class Why {

  private static final String SCORE = "score.";
  private static final String NO_COLUMN = "no column of its own";
  private static final Pattern REFUSED = Pattern.compile("refused with status (\\d+)");

  private Why() {}

  /**
   * What to show.
   *
   * @param action as the audit trail has it
   * @param written likewise; what people wrote stays as it is
   */
  public static String of(Page page, String action, @Nullable String written) {
    if (written == null) {
      return "–";
    }
    if (written.startsWith(Life.OBSTACLE)) {
      return page.t(written);
    }
    return action.startsWith(SCORE) ? score(page, written) : written;
  }

  private static String score(Page page, String written) {
    Matcher refused = REFUSED.matcher(written);
    if (refused.matches()) {
      return page.t("award.score.REFUSED", refused.group(1));
    }
    return page.t("award.score." + (written.equals(NO_COLUMN) ? "NO_COLUMN" : written));
  }
}
