package org.badgebridge.demo.oidc;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.school.Course;
import org.badgebridge.demo.school.Link;
import org.badgebridge.demo.school.Person;
import org.badgebridge.demo.school.Tool;

/**
 * Fills in {@code $Variables}: one that the LMS does not know arrives as it was written, one that
 * is empty arrives empty (LTI Core 1.3 §6).
 */
record CustomParameters(Personality personality, Course course, Person person) {

  /** The parameters of a launch: the tool's win over the link's of the same name. */
  Map<String, String> of(Tool tool, Link link, String title) {
    Map<String, String> known = variables(link, title);
    var filled = new LinkedHashMap<String, String>();
    link.custom().forEach((name, value) -> put(filled, name, known.getOrDefault(value, value)));
    tool.custom().forEach((name, value) -> put(filled, name, known.getOrDefault(value, value)));
    return filled;
  }

  /** Those of the tool in a message that is about no link. */
  Map<String, String> of(Tool tool) {
    Map<String, String> known = variables();
    var filled = new LinkedHashMap<String, String>();
    tool.custom().forEach((name, value) -> put(filled, name, known.getOrDefault(value, value)));
    return filled;
  }

  private void put(Map<String, String> filled, String name, String value) {
    if (personality == Personality.MOODLE) {
      // Moodle sends each name twice: as it is, and in lower case with underscores.
      filled.put(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_"), value);
    }
    filled.put(name, value);
  }

  private Map<String, String> variables(Link link, String title) {
    Map<String, String> known = variables();
    known.put("$ResourceLink.id", link.id());
    known.put("$ResourceLink.title", title);
    if (personality != Personality.MOODLE) {
      known.put("$ResourceLink.id.history", String.join(",", link.history()));
      known.put("$ResourceLink.submission.endDateTime", "");
    }
    return known;
  }

  private Map<String, String> variables() {
    var known = new LinkedHashMap<String, String>();
    known.put("$Context.id", course.id());
    known.put("$Context.title", course.title());
    known.put("$Context.label", course.label());
    known.put("$Context.id.history", String.join(",", course.history()));
    known.put("$User.id", person.id());
    known.put("$User.username", person.username());
    known.put("$Person.name.full", person.name());
    known.put("$Person.sourcedId", person.username());
    if (personality == Personality.CANVAS) {
      known.put("$Canvas.user.id", CanvasNumbers.of(person));
      known.put("$Canvas.course.id", CanvasNumbers.of(course));
    }
    return known;
  }
}
