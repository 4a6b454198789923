package org.badgebridge.web;

import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table that opens in a spreadsheet as what it is: no text in it is run as a formula (a learner
 * chooses their own name). It may have further parts with headings of their own.
 */
public interface Sheet extends AutoCloseable {

  /** Also behind spaces, and in their full-width forms, which some spreadsheets fold. */
  Pattern FORMULA = Pattern.compile("[\\s\\p{Z}]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\\t\\r\\n]");

  /** Writes one row; numbers stay numbers. */
  void row(@Nullable Object... cells) throws IOException;

  /** Begins another part; a file of one table has it below the first. */
  void part(String title, String... headings) throws IOException;

  @Override
  void close() throws IOException;

  /** A text that begins like a formula gets an apostrophe in front, which spreadsheets hide. */
  static @Nullable Object harmless(@Nullable Object cell) {
    return cell instanceof String text && FORMULA.matcher(text).lookingAt() ? "'" + text : cell;
  }
}
