package org.badgebridge.api;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Entity tags (RFC 9110 §8.8.3): the number of changes of a badge class, in quotes. */
final class KnownState {

  private static final Pattern TAG = Pattern.compile("\\s*(W/)?\"([\\x21\\x23-\\x7e]*)\"\\s*");
  private static final Pattern REVISION = Pattern.compile("\\d{1,18}");

  private KnownState() {}

  static String tag(long revision) {
    return "\"" + revision + "\"";
  }

  /**
   * The revision that the caller says to know; null for whichever there is ({@code *}).
   *
   * @param present the revision there is now, which counts if it is among several
   * @throws ProblemException PRECONDITION_REQUIRED without a header, PRECONDITION_FAILED if it
   *     cannot be the present one: only strong tags are compared (RFC 9110 §13.1.1)
   */
  static @Nullable Long revision(@Nullable String ifMatch, long present) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw new ProblemException(
          ProblemType.PRECONDITION_REQUIRED, "problem.precondition-required.detail");
    }
    if (ifMatch.strip().equals("*")) {
      return null;
    }
    List<Long> known = new ArrayList<>();
    for (String each : ifMatch.split(",", -1)) {
      Matcher tag = TAG.matcher(each);
      if (tag.matches() && tag.group(1) == null && REVISION.matcher(tag.group(2)).matches()) {
        known.add(Long.parseLong(tag.group(2)));
      }
    }
    if (known.isEmpty()) {
      throw failed();
    }
    return known.contains(present) ? Long.valueOf(present) : known.get(0);
  }

  static ProblemException failed() {
    return new ProblemException(
        ProblemType.PRECONDITION_FAILED, "problem.precondition-failed.detail");
  }
}
