package org.badgebridge.web;

import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cleans what people paste, so that a name can neither hide nor turn around the words beside it:
 * control characters, directional overrides and invisible characters disappear.
 */
public final class PlainText {

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u2028\\u2029]+");

  /** Joiners shape the letters between which they stand; at an end they only hide. */
  private static final Pattern ENDS =
      Pattern.compile("^[\\s\\u200C\\u200D]+|[\\s\\u200C\\u200D]+$");

  private PlainText() {}

  /** One line: runs of white space become one space. */
  public static String line(String text) {
    return trim(SPACES.matcher(clean(text, false)).replaceAll(" "));
  }

  /** Several lines: line ends become LF, tabs stay. */
  public static String paragraphs(String text) {
    return trim(clean(text.replace("\r\n", "\n").replace('\r', '\n'), true));
  }

  /** One line; a missing one is empty. */
  public static String optionalLine(@Nullable String text) {
    return text == null ? "" : line(text);
  }

  /** Single lines, without empty ones and doubles. */
  public static List<String> entries(@Nullable List<String> texts) {
    return texts == null
        ? List.of()
        : texts.stream()
            .filter(Objects::nonNull)
            .map(PlainText::line)
            .filter(text -> !text.isEmpty())
            .distinct()
            .toList();
  }

  private static String trim(String text) {
    return ENDS.matcher(text).replaceAll("");
  }

  private static String clean(String text, boolean lines) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(point -> harmless(point) || (lines ? point == '\n' || point == '\t' : space(point)))
        .forEach(clean::appendCodePoint);
    return Normalizer.normalize(clean, Normalizer.Form.NFC);
  }

  private static boolean space(int point) {
    return Character.isWhitespace(point);
  }

  /** Neither control, lone surrogate, private use or unassigned, nor invisible. */
  private static boolean harmless(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.FORMAT -> point == 0x200C || point == 0x200D; // shape letters and emoji
      default -> true;
    };
  }
}
