package org.badgebridge.verification.reading;

import java.util.List;

/** Something is not what it should be, with words for the reader. */
public class Unreadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient List<Object> arguments;

  /** Why, as a key without the room in front of it. */
  public Unreadable(String key, Object... arguments) {
    super(key);
    this.key = key;
    this.arguments = List.of(arguments);
  }

  public String key() {
    return key;
  }

  public Object[] arguments() {
    return arguments == null ? new Object[0] : arguments.toArray();
  }
}
