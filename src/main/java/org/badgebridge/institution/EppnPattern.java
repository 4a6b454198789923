package org.badgebridge.institution;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Which names an institution's people have in its identity federation ({@code
 * eduPersonPrincipalName}), as a regular expression, upper and lower case alike. It is typed by
 * people, so matching gives up after a bounded number of steps instead of running for ever.
 */
public final class EppnPattern {

  static final int LONGEST = 200;
  static final int LONGEST_EPPN = 320;

  /** Enough for every honest pattern: a few looks at each character. */
  private static final int STEPS = 50_000;

  /** Names on which patterns that try everything need the most steps. */
  private static final List<String> PROBES =
      List.of("a".repeat(60) + "@", "1".repeat(60) + "@x", "a1.".repeat(30) + "!", "@".repeat(60));

  private final Pattern pattern;

  private EppnPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * A pattern without {@link #fault}.
   *
   * @throws PatternSyntaxException if it is no regular expression
   */
  public static EppnPattern of(String typed) {
    return new EppnPattern(Pattern.compile(typed, Pattern.CASE_INSENSITIVE));
  }

  /** The message key of what is wrong with a pattern, or null. */
  static @Nullable String fault(String typed) {
    if (typed.length() > LONGEST) {
      return "institution.fault.eppn-long";
    }
    if (!typed.startsWith(".*") && !typed.startsWith("(.*")) {
      return "institution.fault.eppn-begin";
    }
    try {
      EppnPattern pattern = of(typed);
      return PROBES.stream().allMatch(pattern::isQuick) ? null : "institution.fault.eppn-slow";
    } catch (PatternSyntaxException e) {
      return "institution.fault.eppn-syntax";
    }
  }

  /** Whether a name is one of this institution. */
  public boolean matches(String eppn) {
    if (eppn.length() > LONGEST_EPPN) {
      return false;
    }
    try {
      return pattern.matcher(new Counted(eppn, new int[] {STEPS})).matches();
    } catch (TooManySteps e) {
      return false;
    }
  }

  private boolean isQuick(String probe) {
    try {
      pattern.matcher(new Counted(probe, new int[] {STEPS})).matches();
      return true;
    } catch (TooManySteps e) {
      return false;
    }
  }

  private static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** A text that can be looked at only so often. */
  @SuppressWarnings("ArrayRecordComponent") // the count is shared by all parts of the text
  private record Counted(CharSequence text, int[] left) implements CharSequence {

    @Override
    public char charAt(int index) {
      if (left[0]-- <= 0) {
        throw new TooManySteps();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Counted(text.subSequence(start, end), left);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
