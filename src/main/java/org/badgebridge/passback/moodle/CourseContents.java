package org.badgebridge.passback.moodle;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.badgebridge.course.Activity;
import org.badgebridge.course.Course;
import org.badgebridge.course.ResourceLinks;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.passback.ActivityCatalogue.Offered;
import org.badgebridge.web.PlainText;

/**
 * What the user of a token sees on a course page of Moodle. A role may see pages and files, and yet
 * no assignments, quizzes and external tools, without any error: our own placements tell.
 */
@ApplicationScoped
class CourseContents {

  private static final int TITLE = 500;

  /** Modules that are text on the course page, or hold other modules: nothing to do in them. */
  private static final Set<String> NO_ACTIVITIES = Set.of("label", "subsection", "qbank");

  private final MoodleServices services;
  private final ResourceLinks links;

  @Inject
  CourseContents(MoodleServices services, ResourceLinks links) {
    this.services = services;
    this.links = links;
  }

  /**
   * What was seen.
   *
   * @param modules without our own placements, in the order of the course
   * @param blind whether we have placements in the course and none of them was seen
   */
  record Contents(List<Offered> modules, boolean blind) {}

  /**
   * Asks for it. Never within a transaction.
   *
   * @throws org.badgebridge.external.ExternalRefusal if Moodle refuses
   * @throws ExternalUnavailable if it may work later
   */
  Contents read(MoodleSite site, Course course) {
    JsonNode sections =
        services.call(
            site,
            MoodleServices.CONTENTS,
            Map.of(
                "courseid",
                course.contextId(),
                "options[0][name]",
                "excludecontents",
                "options[0][value]",
                "1"));
    if (!sections.isArray()) {
      throw new ExternalUnavailable("the answer is no course", null, null);
    }
    return contents(sections, ours(course));
  }

  /** Our placements: for Moodle, the id of a resource link is the instance of its activity. */
  private Set<String> ours(Course course) {
    Set<String> own = new HashSet<>();
    links.of(course.id()).forEach(link -> own.add(link.linkId()));
    return own;
  }

  private static Contents contents(JsonNode sections, Set<String> ours) {
    List<Offered> found = new ArrayList<>();
    boolean blind = !ours.isEmpty();
    for (JsonNode section : sections) {
      for (JsonNode module : section.path("modules")) {
        String type = module.path("modname").asText();
        boolean own = type.equals("lti") && ours.contains(module.path("instance").asText());
        blind &= !own;
        if (module.path("id").isIntegralNumber() && !NO_ACTIVITIES.contains(type) && !own) {
          found.add(
              new Offered(
                  Activity.Kind.MODULE,
                  module.path("id").asText(),
                  title(module),
                  type,
                  module.path("completion").asInt(0) != 0));
        }
      }
    }
    return new Contents(List.copyOf(found), blind);
  }

  /** Moodle writes names for pages, so special characters come as entities. */
  private static String title(JsonNode module) {
    String name =
        module
            .path("name")
            .asText()
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#039;", "'")
            .replace("&#39;", "'")
            .replace("&nbsp;", " ")
            .replace("&amp;", "&");
    String line = PlainText.line(name);
    if (line.isEmpty()) {
      return module.path("id").asText();
    }
    return line.length() <= TITLE ? line : line.substring(0, TITLE);
  }
}
