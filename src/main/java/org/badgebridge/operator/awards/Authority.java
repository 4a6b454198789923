package org.badgebridge.operator.awards;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What gave somebody the right to a deed, in words for people. The audit trail has it with ids:
 * {@code rule 0190… version 3}.
 *
 * @param key of the text
 * @param detail what stands in it: a version, or the name of a file; may be empty
 */
public record Authority(String key, String detail) {

  private static final String WORDS = "award.authority.";

  /** What can be written, and which part of it people are told. */
  private static final Map<String, Pattern> KNOWN =
      Map.of(
          "launch", Pattern.compile("launch .*()"),
          "rule", Pattern.compile("rule .* version (\\d+)"),
          "pathway", Pattern.compile("pathway .* version (\\d+)"),
          "backpack", Pattern.compile("backpack .*()"),
          "claim", Pattern.compile("claim link()"),
          "client", Pattern.compile("client .*()"),
          "clock", Pattern.compile("clock()"),
          "file", Pattern.compile("file (.*)"));

  /**
   * Reads what the audit trail has.
   *
   * @return empty where it says no more than who it was: an account, or Badge Bridge itself
   */
  static Optional<Authority> of(String written) {
    String kind = written.split(" ", 2)[0];
    return Optional.ofNullable(KNOWN.get(kind))
        .map(pattern -> pattern.matcher(written))
        .filter(Matcher::matches)
        .map(found -> new Authority(WORDS + kind, found.group(1)));
  }
}
