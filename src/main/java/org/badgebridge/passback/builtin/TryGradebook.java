package org.badgebridge.passback.builtin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.badgebridge.course.Course;
import org.badgebridge.course.ResourceLink;
import org.badgebridge.course.ResourceLinks;
import org.badgebridge.external.ExternalRefusal;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.passback.connector.ConnectorPlatforms.Served;
import org.badgebridge.passback.gradebook.AgsScopes;
import org.badgebridge.passback.gradebook.Gradebook;
import org.badgebridge.passback.gradebook.LineItem;

/** Reads the columns of a course that are ours, and what they hold. */
@ApplicationScoped
class TryGradebook implements Trying {

  private static final String KEY = "passback.builtin.gradebook.";

  /** So many columns are read: each is a reading of its own. */
  private static final int MOST_COLUMNS = 5;

  private final Gradebook gradebook;
  private final ResourceLinks links;

  @Inject
  TryGradebook(Gradebook gradebook, ResourceLinks links) {
    this.gradebook = gradebook;
    this.links = links;
  }

  @Override
  public BuiltIn tries() {
    return BuiltIn.GRADEBOOK;
  }

  @Override
  public List<Sight> look(Served platform, Course course) {
    if (course.agsScopes().isEmpty()) {
      return List.of(Sight.bad(KEY + "not-offered"));
    }
    List<Sight> sights = new ArrayList<>();
    Map<String, String> columns = coupled(course);
    String url = course.lineitemsUrl();
    if (url == null || !listable(course)) {
      sights.add(Sight.plain(KEY + "no-list"));
    } else {
      List<LineItem> items = gradebook.lineItems(platform.id(), url, course.agsScopes());
      items.forEach(item -> columns.put(item.url(), item.label()));
      sights.add(Sight.good(KEY + "seen", items.size()));
    }
    if (!course.agsScopes().contains(AgsScopes.RESULT_READ_ONLY)) {
      sights.add(Sight.bad(KEY + "no-results"));
      return sights;
    }
    if (columns.isEmpty()) {
      sights.add(Sight.plain(KEY + "no-column"));
    }
    columns.entrySet().stream()
        .limit(MOST_COLUMNS)
        .forEach(each -> sights.add(results(platform, each.getKey(), each.getValue())));
    return sights;
  }

  private static boolean listable(Course course) {
    return course.agsScopes().contains(AgsScopes.LINE_ITEM)
        || course.agsScopes().contains(AgsScopes.LINE_ITEM_READ_ONLY);
  }

  /** The columns that launches told of, by address. */
  private Map<String, String> coupled(Course course) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (ResourceLink link : links.of(course.id())) {
      if (link.lineitemUrl() != null) {
        columns.put(link.lineitemUrl(), link.title() == null ? link.linkId() : link.title());
      }
    }
    return columns;
  }

  private Sight results(Served platform, String column, String label) {
    try {
      int scores = gradebook.results(platform.id(), column).size();
      return Sight.good(KEY + "column-read", label, scores);
    } catch (ExternalRefusal e) {
      return Sight.bad(KEY + "column-refused", label, e.status());
    } catch (ExternalUnavailable e) {
      return Sight.bad(KEY + "column-failed", label);
    }
  }
}
