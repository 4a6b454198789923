package org.badgebridge.passback.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One Moodle, and what the addresses of its pages mean.
 *
 * @param home its address ({@code wwwroot}), without a slash at the end
 */
record MoodleSite(String home) {

  private static final Pattern MODULE =
      Pattern.compile(
          "/mod/[a-z0-9_]{1,50}/[a-z]+\\.php\\?(?:.*&)?(?:cmid|id)=(\\d{1,18})(?:[&#].*)?");
  private static final Pattern ATTEMPT =
      Pattern.compile("/mod/[a-z0-9_]{1,50}/attempt\\.php\\?(?:.*&)?cmid=(\\d{1,18})(?:[&#].*)?");
  private static final Pattern MAIN =
      Pattern.compile("/mod/[a-z0-9_]{1,50}/view\\.php\\?id=(\\d{1,18})");
  private static final Pattern COURSE = Pattern.compile("/course/view\\.php\\?id=(\\d{1,18})");

  static MoodleSite at(String address) {
    return new MoodleSite(address.replaceFirst("/+$", ""));
  }

  /** Whether that is its home page. */
  boolean is(String homePage) {
    return home.equalsIgnoreCase(homePage.replaceFirst("/+$", ""));
  }

  /** The number ({@code cmid}) of the activity that an address of its is about. */
  Optional<String> module(String iri) {
    return first(iri, ATTEMPT).or(() -> first(iri, MODULE));
  }

  /** The activity among these that is the whole of the numbered one; its name is that. */
  String title(List<JsonNode> activities, String module) {
    return activities.stream()
        .filter(each -> first(id(each), MAIN).filter(module::equals).isPresent())
        .map(MoodleSite::name)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** The course among these, nearest first. */
  Optional<JsonNode> course(List<JsonNode> activities) {
    return activities.stream().filter(each -> courseNumber(each).isPresent()).findFirst();
  }

  /** What it numbers a course. */
  Optional<String> courseNumber(JsonNode activity) {
    return first(id(activity), COURSE);
  }

  /** The name of an activity, in the first language that it is given in. */
  static String name(JsonNode activity) {
    for (JsonNode name : activity.path("definition").path("name")) {
      if (name.isTextual()) {
        return name.textValue();
      }
    }
    return "";
  }

  private static String id(JsonNode activity) {
    return activity.path("id").asText("");
  }

  private Optional<String> first(String iri, Pattern page) {
    if (!iri.regionMatches(true, 0, home + "/", 0, home.length() + 1)) {
      return Optional.empty();
    }
    Matcher found = page.matcher(iri.substring(home.length()));
    return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
  }
}
