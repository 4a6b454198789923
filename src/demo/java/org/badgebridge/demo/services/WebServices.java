package org.badgebridge.demo.services;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.badgebridge.demo.Site;
import org.badgebridge.demo.http.Reply;
import org.badgebridge.demo.http.Request;
import org.badgebridge.demo.school.Activity;
import org.badgebridge.demo.school.Course;
import org.badgebridge.demo.school.Grade;
import org.jspecify.annotations.Nullable;

/**
 * Moodle's REST web services: every function by one address, a token in the form, and errors with
 * the status 200. Only what Badge Bridge needs.
 */
public final class WebServices {

  public static final String PATH = "/webservice/rest/server.php";

  /** The one token of the campus. */
  public static final String TOKEN = "ca3b05ca3b05ca3b05ca3b05ca3b05ca";

  private static final List<String> FUNCTIONS =
      List.of(
          "core_webservice_get_site_info",
          "core_course_get_contents",
          "core_completion_get_activities_completion_status",
          "core_completion_get_course_completion_status",
          "gradereport_user_get_grade_items");

  private final Site site;

  public WebServices(Site site) {
    this.site = site;
  }

  /** Answers a call. */
  public Reply answer(Request request) {
    Map<String, String> form = request.form();
    if (!TOKEN.equals(form.get("wstoken"))) {
      return error("moodle_exception", "invalidtoken", "Invalid token - token not found");
    }
    String function = form.getOrDefault("wsfunction", "");
    if (!FUNCTIONS.contains(function)) {
      return error("webservice_access_exception", "accessexception", "Access control exception");
    }
    synchronized (site.school()) {
      try {
        return Reply.json(200, call(function, form));
      } catch (NoSuchElementException e) {
        return error(
            "dml_missing_record_exception",
            "invalidrecord",
            "Can't find data record in database table course.");
      } catch (NotEnrolled e) {
        return error("moodle_exception", "usernotenroled", "User is not enrolled in this course");
      }
    }
  }

  private Object call(String function, Map<String, String> form) {
    return switch (function) {
      case "core_webservice_get_site_info" -> info();
      case "core_course_get_contents" -> contents(course(form));
      case "core_completion_get_activities_completion_status" ->
          Map.of("statuses", statuses(course(form), learner(form)), "warnings", List.of());
      case "core_completion_get_course_completion_status" ->
          Map.of(
              "completionstatus", courseStatus(course(form), learner(form)), "warnings", List.of());
      default ->
          Map.of(
              "usergrades",
              grades(course(form), form.getOrDefault("userid", "0")),
              "warnings",
              List.of());
    };
  }

  private Map<String, Object> info() {
    return Map.of(
        "sitename",
        site.personality().title() + " campus",
        "siteurl",
        site.base().toString(),
        "username",
        "badgebridge",
        "release",
        "4.5.6 (Build: 20250811)",
        "version",
        site.personality().version(),
        "functions",
        FUNCTIONS.stream()
            .map(each -> Map.of("name", each, "version", site.personality().version()))
            .toList());
  }

  private static List<Object> contents(Course course) {
    List<Object> modules = new ArrayList<>();
    for (Activity each : course.activities()) {
      modules.add(
          Map.of(
              "id", each.number(),
              "name", escaped(each.title()),
              "modname", module(each),
              "instance", instance(each),
              "visible", each.hidden() ? 0 : 1,
              "completion", each.kind() == Activity.Kind.TOOL ? 0 : 2));
    }
    return List.of(Map.of("id", course.number(), "name", "General", "modules", modules));
  }

  private static List<Object> statuses(Course course, String personId) {
    List<Object> statuses = new ArrayList<>();
    for (Activity each : course.activities()) {
      if (each.kind() != Activity.Kind.TOOL) {
        Instant at = each.completions().get(personId);
        statuses.add(
            Map.of(
                "cmid",
                each.number(),
                "modname",
                module(each),
                "instance",
                instance(each),
                "state",
                at == null ? 0 : 1,
                "timecompleted",
                at == null ? 0 : at.getEpochSecond(),
                "tracking",
                2,
                "hascompletion",
                true,
                "isoverallcomplete",
                at != null));
      }
    }
    return statuses;
  }

  /** The course is complete when all its activities are. */
  private static Map<String, Object> courseStatus(Course course, String personId) {
    List<Object> criteria = new ArrayList<>();
    boolean completed = true;
    for (Activity each : course.activities()) {
      if (each.kind() != Activity.Kind.TOOL) {
        Instant at = each.completions().get(personId);
        completed &= at != null;
        var one = new LinkedHashMap<String, @Nullable Object>();
        one.put("type", 4);
        one.put("title", each.title());
        one.put("complete", at != null);
        one.put("timecompleted", at == null ? null : at.getEpochSecond());
        criteria.add(one);
      }
    }
    return Map.of("completed", completed, "aggregation", 1, "completions", criteria);
  }

  private static List<Object> grades(Course course, String personId) {
    List<Object> all = new ArrayList<>();
    for (String id : course.graded()) {
      if (personId.equals("0") || personId.equals(id)) {
        all.add(
            Map.of(
                "courseid", Integer.parseInt(course.id()),
                "userid", Integer.parseInt(id),
                "gradeitems", items(course, id)));
      }
    }
    return all;
  }

  private static List<Object> items(Course course, String personId) {
    List<Object> items = new ArrayList<>();
    for (var column : course.columns()) {
      Grade grade = course.grade(column, personId);
      Double value = grade == null ? null : grade.value();
      var item = new LinkedHashMap<String, @Nullable Object>();
      item.put("id", column.number());
      item.put("itemname", escaped(column.label()));
      item.put("itemtype", column.activity() == null ? "manual" : "mod");
      if (column.activity() != null) {
        item.put("cmid", column.activity());
      }
      item.put("graderaw", value);
      item.put("grademin", 0);
      item.put("grademax", column.maximum());
      item.put(
          "gradedategraded",
          grade == null || value == null ? null : grade.modified().getEpochSecond());
      item.put("gradeishidden", false);
      items.add(item);
    }
    return items;
  }

  private Course course(Map<String, String> form) {
    String id = form.getOrDefault("courseid", "");
    return site.school().courses().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("course " + id));
  }

  private String learner(Map<String, String> form) {
    String id = form.getOrDefault("userid", "");
    if (!course(form).members().containsKey(id)) {
      throw new NotEnrolled();
    }
    return id;
  }

  private static final class NotEnrolled extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static String module(Activity activity) {
    return switch (activity.kind()) {
      case PAGE -> "page";
      case QUIZ -> "quiz";
      case ASSIGNMENT -> "assign";
      case TOOL -> "lti";
    };
  }

  private static int instance(Activity activity) {
    return activity.link() == null ? activity.number() : Integer.parseInt(activity.link().id());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static Reply error(String exception, String code, String message) {
    return Reply.json(200, Map.of("exception", exception, "errorcode", code, "message", message));
  }
}
