package org.badgebridge.demo.school;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something to do in a course. The record is replaced when the lecturer changes it; who completed
 * it is kept in one map for all its versions.
 *
 * @param completions by person id, when
 */
public record Activity(
    int number,
    Kind kind,
    String title,
    String text,
    boolean hidden,
    @Nullable Restriction restriction,
    Map<String, Instant> completions,
    @Nullable Link link) {

  /** What one does in it. */
  public enum Kind {
    PAGE("Page"),
    QUIZ("Quiz"),
    ASSIGNMENT("Assignment"),
    TOOL("Badge");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  Activity restricted(@Nullable Restriction to) {
    return new Activity(number, kind, title, text, hidden, to, completions, link);
  }

  Activity hidden(boolean now) {
    return new Activity(number, kind, title, text, now, restriction, completions, link);
  }

  /** The resource link; only for activities that open a tool. */
  public Link toolLink() {
    if (link == null) {
      throw new IllegalStateException(title + " opens no tool");
    }
    return link;
  }
}
