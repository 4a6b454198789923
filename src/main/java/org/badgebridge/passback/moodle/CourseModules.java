package org.badgebridge.passback.moodle;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.badgebridge.course.Activity;
import org.badgebridge.course.Course;
import org.badgebridge.course.Courses;
import org.badgebridge.course.ResourceLinks;
import org.badgebridge.external.ExternalRefusal;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.passback.ActivityCatalogue;
import org.badgebridge.web.PlainText;

/** The activities of a course in Moodle, for lecturers to choose from. */
@ApplicationScoped
public class CourseModules implements ActivityCatalogue {

  private static final Duration LASTS = Duration.ofMinutes(3);
  private static final int MOST_COURSES = 500;
  private static final int TITLE = 500;

  /** Modules that are text on the course page, or hold other modules: nothing to do in them. */
  private static final Set<String> NO_ACTIVITIES = Set.of("label", "subsection", "qbank");

  private final MoodleSites sites;
  private final MoodleServices services;
  private final Courses courses;
  private final ResourceLinks links;
  private final Clock clock;
  private final Map<UUID, Read> read = new ConcurrentHashMap<>();

  @Inject
  CourseModules(
      MoodleSites sites,
      MoodleServices services,
      Courses courses,
      ResourceLinks links,
      Clock clock) {
    this.sites = sites;
    this.services = services;
    this.courses = courses;
    this.links = links;
    this.clock = clock;
  }

  private record Read(Instant at, UUID connectorId, List<Offered> modules) {}

  @Override
  public boolean covers(Course course) {
    return sites.connected(courses.platformOf(course.id()), courses.institutionOf(course.id()));
  }

  @Override
  public List<Offered> offered(Course course) {
    List<Offered> all = new ArrayList<>();
    all.add(new Offered(Activity.Kind.COURSE, "course", course.name(), "course", true));
    all.addAll(of(course));
    return all;
  }

  /**
   * The modules of the course, without our own placements. Never within a transaction.
   *
   * @throws ExternalRefusal if no Moodle is connected, or it refuses
   * @throws ExternalUnavailable if it may work later
   */
  public List<Offered> of(Course course) {
    MoodleSite site = sites.of(courses.platformOf(course.id()), courses.institutionOf(course.id()));
    Read known = read.get(course.id());
    Instant now = clock.instant();
    if (known != null
        && known.connectorId().equals(site.connector().id())
        && now.isBefore(known.at().plus(LASTS))) {
      return known.modules();
    }
    List<Offered> modules = ask(site, course);
    read.values().removeIf(each -> !now.isBefore(each.at().plus(LASTS)));
    if (read.size() < MOST_COURSES) {
      read.put(course.id(), new Read(now, site.connector().id(), modules));
    }
    return modules;
  }

  private List<Offered> ask(MoodleSite site, Course course) {
    try {
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
      return modules(sections, ours(course));
    } catch (ExternalRefusal e) {
      sites.note(site, e);
      throw e;
    } catch (ExternalUnavailable e) {
      sites.note(site, e);
      throw e;
    }
  }

  /** Our placements: for Moodle, the id of a resource link is the instance of its activity. */
  private Set<String> ours(Course course) {
    Set<String> own = new HashSet<>();
    links.of(course.id()).forEach(link -> own.add(link.linkId()));
    return own;
  }

  private static List<Offered> modules(JsonNode sections, Set<String> ours) {
    List<Offered> found = new ArrayList<>();
    for (JsonNode section : sections) {
      for (JsonNode module : section.path("modules")) {
        String type = module.path("modname").asText();
        boolean own = type.equals("lti") && ours.contains(module.path("instance").asText());
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
    return List.copyOf(found);
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
