package org.badgebridge.passback.connector;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.badgebridge.platform.Product;
import org.badgebridge.problem.FieldFault;

/**
 * A way in for facts: how it is set up, and how one tells that it works. Words are found by message
 * keys: {@code passback.<source>.title}, {@code .lead} (what it brings), {@code .steps} (what to do
 * on the other side, a line for each if there are several), and {@code
 * passback.<source>.field.<name>} with {@code .hint} for each field.
 */
public interface ConnectorKind {

  /** The stable name in the database and in facts, e.g. {@code xapi}; at most 20 characters. */
  String source();

  /** The only products that it works with; empty for all. */
  default Set<Product> madeFor() {
    return Set.of();
  }

  /** What an administrator fills in; nothing secret. */
  List<Field> fields();

  /** Where its secret comes from. */
  Secret secret();

  /**
   * Checks the settings beyond what is required; needs no network.
   *
   * @param settings by name, trimmed; those left empty are missing
   */
  default List<FieldFault> faults(Map<String, String> settings) {
    return List.of();
  }

  /** What the other side must be told, in the order of its own form; nothing secret. */
  List<Value> values(Connector connector);

  /** What of it is known before there is a connector. */
  default List<Value> values() {
    return List.of();
  }

  /**
   * Tries it out as far as that is possible from here, and says what is seen. Called outside any
   * transaction; tells failures as a trial, never as an exception.
   */
  Trial test(Connector connector);

  /** One thing to fill in. */
  record Field(String name, Type type, boolean required, int length) {

    /** How it is typed. */
    public enum Type {
      TEXT,
      URL,
      LINES
    }
  }

  /** Where the secret of such a connector comes from. */
  enum Secret {
    /** It has none: the other side signs with a key that is published. */
    NONE,
    /** Badge Bridge makes it and shows it once. */
    OURS,
    /** The other side makes it, and an administrator pastes it here. */
    THEIRS
  }

  /** A value to paste on the other side, e.g. an address; its label is a message key. */
  record Value(String labelKey, String text) {}

  /**
   * How a trial went.
   *
   * @param key message key of the sentence that says it, and what to do when it is not good
   * @param seen what was seen on the other side, line by line, in its own words; may be empty
   */
  record Trial(boolean good, String key, List<Object> arguments, List<String> seen) {

    public Trial {
      arguments = List.copyOf(arguments);
      seen = List.copyOf(seen);
    }

    /** A trial without anything to list. */
    public static Trial of(boolean good, String key, Object... arguments) {
      return new Trial(good, key, List.of(arguments), List.of());
    }
  }
}
