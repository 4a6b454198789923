package org.badgebridge.demo.services;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.Site;
import org.badgebridge.demo.http.Refusal;
import org.badgebridge.demo.http.Reply;
import org.badgebridge.demo.http.Request;
import org.badgebridge.demo.oidc.Claims;
import org.badgebridge.demo.school.Column;
import org.badgebridge.demo.school.Course;
import org.badgebridge.demo.school.Grade;
import org.badgebridge.demo.school.Tool;

/** Results of a line item: final grades, with what lecturers typed and formulas computed. */
public final class Results {

  static final String CONTAINER = "application/vnd.ims.lis.v2.resultcontainer+json";

  /** Moodle writes times in the zone of its server. */
  private static final ZoneId SERVER_ZONE = ZoneId.of("Europe/Amsterdam");

  private final Site site;
  private final Callers callers;
  private final Addresses addresses;

  public Results(Site site, Callers callers, Addresses addresses) {
    this.site = site;
    this.callers = callers;
    this.addresses = addresses;
  }

  public Reply list(Request request) {
    Tool tool = callers.caller(request, Claims.SCOPE_RESULT);
    callers.accepts(request, CONTAINER);
    Course course = callers.course(request);
    Column column = callers.column(request, course, tool);
    if (moodle() && request.query("limit") != null && request.query("type_id") != null) {
      // Moodle 4.5.6 forgets to set the last page and dies.
      throw new Refusal(500, "Call to a member function out() on null");
    }
    String only = request.query("user_id");
    List<String> people =
        course.members().keySet().stream()
            .filter(id -> only == null || only.equals(id))
            .filter(id -> course.grade(column, id) != null)
            .toList();
    var paging = new Paging(site.personality(), addresses.results(course, column, tool), request);
    var shown = paging.page(people).stream().map(id -> json(course, column, tool, id)).toList();
    return paging.linked(
        Reply.json(200, CONTAINER, shown), people.size(), false, List.of("user_id"));
  }

  private Map<String, Object> json(Course course, Column column, Tool tool, String personId) {
    Grade grade = Objects.requireNonNull(course.grade(column, personId));
    String results = addresses.results(course, column, tool);
    var json = new LinkedHashMap<String, Object>();
    json.put(
        "id",
        moodle() ? results + "&user_id=" + personId : results.replaceAll("\\?.*", "/" + personId));
    json.put("userId", personId);
    if (grade.value() != null) {
      json.put("resultScore", grade.value());
      json.put("resultMaximum", column.maximum());
      json.put("scoreOf", addresses.lineItem(course, column, tool));
      if (!grade.comment().isEmpty()) {
        json.put("comment", grade.comment());
      }
      if (moodle()) {
        json.put("timestamp", local(grade));
      }
    } else if (!moodle()) {
      json.put("scoreOf", addresses.lineItem(course, column, tool));
    }
    return json;
  }

  private static String local(Grade grade) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        grade.modified().truncatedTo(ChronoUnit.SECONDS).atZone(SERVER_ZONE));
  }

  private boolean moodle() {
    return site.personality() == Personality.MOODLE;
  }
}
