package org.badgebridge.passback;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.badgebridge.course.Activity;
import org.badgebridge.course.Course;
import org.badgebridge.external.ExternalRefusal;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.passback.ActivityCatalogue.Offered;

/** What the platform tells of the activities of a course, for forms in which one is chosen. */
@ApplicationScoped
public class ActivityChoices {

  private static final System.Logger LOG = System.getLogger(ActivityChoices.class.getName());

  private final List<ActivityCatalogue> catalogues;

  @Inject
  public ActivityChoices(Instance<ActivityCatalogue> catalogues) {
    this(catalogues.stream().toList());
  }

  /** Of these catalogues. */
  public ActivityChoices(List<ActivityCatalogue> catalogues) {
    this.catalogues = List.copyOf(catalogues);
  }

  /**
   * What was told.
   *
   * @param activities in the order of the course, each once
   * @param silent whether the platform was asked and did not answer, or not to all
   */
  public record Told(List<Offered> activities, boolean silent) {}

  /** What stands for an activity in a form. */
  public static String value(Activity.Kind kind, String reference) {
    return kind + "/" + reference;
  }

  /** Whether anything tells of the activities of this course. Asks nobody outside. */
  public boolean covers(Course course) {
    return catalogues.stream().anyMatch(each -> each.covers(course));
  }

  /** Asks for them; may call the platform, so never within a transaction. */
  public Told of(Course course) {
    Map<String, Offered> found = new LinkedHashMap<>();
    boolean silent = false;
    for (ActivityCatalogue each : catalogues) {
      try {
        if (each.covers(course)) {
          each.offered(course).forEach(one -> found.putIfAbsent(value(one), one));
        }
      } catch (ExternalRefusal | ExternalUnavailable e) {
        LOG.log(WARNING, "no list of activities for course=" + course.id() + ": " + e.getMessage());
        silent = true;
      }
    }
    return new Told(new ArrayList<>(found.values()), silent);
  }

  private static String value(Offered offered) {
    return value(offered.kind(), offered.reference());
  }
}
