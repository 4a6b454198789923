package org.badgebridge.passback.builtin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a test saw, or why it saw nothing.
 *
 * @param key message key of the sentence that says it, and what to do when it is not good
 * @param detail what the other side said, in its own words; null if there is nothing to add
 */
public record Sight(Tone tone, String key, List<Object> arguments, @Nullable String detail) {

  public Sight {
    arguments = List.copyOf(arguments);
  }

  /** How it is meant. */
  public enum Tone {
    /** It works. */
    GOOD,
    /** It may be right so: an administrator can judge. */
    PLAIN,
    /** It does not work until somebody does something. */
    BAD
  }

  static Sight good(String key, Object... arguments) {
    return new Sight(Tone.GOOD, key, List.of(arguments), null);
  }

  static Sight plain(String key, Object... arguments) {
    return new Sight(Tone.PLAIN, key, List.of(arguments), null);
  }

  static Sight bad(String key, Object... arguments) {
    return new Sight(Tone.BAD, key, List.of(arguments), null);
  }
}
