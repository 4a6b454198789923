package org.badgebridge.passback.moodle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.badgebridge.course.Activity;
import org.badgebridge.course.Course;
import org.badgebridge.course.Courses;
import org.badgebridge.external.ExternalRefusal;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.passback.ActivityCatalogue;

/** The activities of a course in Moodle, for lecturers to choose from. */
@ApplicationScoped
public class CourseModules implements ActivityCatalogue {

  private static final Duration LASTS = Duration.ofMinutes(3);
  private static final int MOST_COURSES = 500;

  private final MoodleSites sites;
  private final CourseContents contents;
  private final Courses courses;
  private final Clock clock;
  private final Map<UUID, Read> read = new ConcurrentHashMap<>();

  @Inject
  CourseModules(MoodleSites sites, CourseContents contents, Courses courses, Clock clock) {
    this.sites = sites;
    this.contents = contents;
    this.courses = courses;
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
      CourseContents.Contents seen = contents.read(site, course);
      if (seen.blind()) {
        sites.noteBlind(site, course);
      }
      return seen.modules();
    } catch (ExternalRefusal e) {
      sites.note(site, e);
      throw e;
    } catch (ExternalUnavailable e) {
      sites.note(site, e);
      throw e;
    }
  }
}
