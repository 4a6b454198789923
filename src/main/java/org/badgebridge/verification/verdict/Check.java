package org.badgebridge.verification.verdict;

import java.util.List;
import java.util.stream.Stream;
import org.badgebridge.web.PlainText;

/**
 * One check and its result.
 *
 * @param key of the sentence that tells the result
 * @param arguments for its placeholders; what a badge says in them is cleaned
 */
public record Check(Probe probe, Outcome outcome, String key, List<Object> arguments) {

  private static final int LONGEST = 200;

  /**
   * One of this room.
   *
   * @param key without the room in front of it
   */
  public static Check of(Probe probe, Outcome outcome, String key, Object... arguments) {
    List<Object> clean = Stream.of(arguments).map(Check::clean).toList();
    return new Check(probe, outcome, "verification." + key, clean);
  }

  /** What badges say may be long, or turn the words beside it around. */
  private static Object clean(Object argument) {
    if (!(argument instanceof String text)) {
      return argument;
    }
    String line = PlainText.line(text);
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
