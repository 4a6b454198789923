package org.badgebridge.it;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.client.BrowserlessLaunch;
import org.badgebridge.demo.client.CookieRule;
import org.badgebridge.demo.client.ToolPage;
import org.badgebridge.demo.school.Activity;
import org.badgebridge.demo.school.Column;
import org.badgebridge.demo.school.Course;
import org.badgebridge.demo.school.Person;
import org.badgebridge.demo.school.Restriction;
import org.badgebridge.demo.school.Role;

/**
 * A course of its own with a page to complete and an activity that opens after it and shows a
 * badge; made by its lecturer through deep linking, over HTTP.
 */
final class BadgeCourse {

  private static final Pattern BADGE_CLASS =
      Pattern.compile("name=\"badgeClass\" value=\"([0-9a-f-]{36})\"");
  private static final Pattern AWARD =
      Pattern.compile("/course/awards/([0-9a-f-]{36})/(?:claim|undo)");
  private static final Pattern CREDENTIAL = Pattern.compile("/course/badges/([0-9a-f-]{36})/");

  final Campus campus;
  final Course course;
  final Person lecturer;
  final String badgeClass;
  private final Activity page;
  private final int tool;
  private final Map<String, BrowserlessLaunch> browsers = new ConcurrentHashMap<>();

  private BadgeCourse(
      Campus campus, Course course, Person lecturer, Activity page, int tool, String badgeClass) {
    this.campus = campus;
    this.course = course;
    this.lecturer = lecturer;
    this.page = page;
    this.tool = tool;
    this.badgeClass = badgeClass;
  }

  /** Makes the course, and the badge as a draft that is not switched on yet. */
  static BadgeCourse make(Campus campus, String name) {
    return make(campus, name, "RESTRICTION", Map.of());
  }

  /** As the other; but only so many people can have the badge. */
  static BadgeCourse makeWithPlaces(Campus campus, String name, int places) {
    return make(campus, name, "RESTRICTION", Map.of("places", String.valueOf(places)));
  }

  /** As the other; but the badge asks for a grade in a column that Badge Bridge made. */
  static BadgeCourse makeGraded(Campus campus, String name) {
    return make(campus, name, "COLUMN_GRADE", Map.of());
  }

  private static BadgeCourse make(
      Campus campus, String name, String evidence, Map<String, String> more) {
    Course course = campus.school().addCourse(name, "Course " + name);
    Person lecturer = campus.school().addPerson("Lea", "Lecturer " + name, Role.LECTURER);
    campus.school().enrol(course, lecturer, Role.LECTURER);
    Activity page = campus.school().add(course, Activity.Kind.PAGE, "Read", "Read it.");
    var launch = new BrowserlessLaunch(campus, lecturer, CookieRule.PARTITIONED_ONLY);
    Frame frame = Frame.of(launch.deepLink(course));
    Map<String, String> fields = new LinkedHashMap<>(badge(name));
    fields.putAll(more);
    String badgeClass = Frame.found(BADGE_CLASS, frame.press("/deep-linking/new", fields).body());
    ToolPage back = frame.press("/deep-linking/add", wish(badgeClass, evidence));
    launch.submit(back);
    Activity tool =
        course.activities().stream()
            .filter(activity -> activity.kind() == Activity.Kind.TOOL)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("nothing was added: " + back.body()));
    if (evidence.equals("RESTRICTION")) {
      campus.school().restrict(course, tool, Restriction.completed(page));
    }
    return new BadgeCourse(campus, course, lecturer, page, tool.number(), badgeClass);
  }

  private static Map<String, String> badge(String name) {
    return Map.of(
        "name", "Badge " + name,
        "description", "Read the page.",
        "criteria", "Read the page of the course.",
        "type", "achievement",
        "theme", "community",
        "language", "en");
  }

  private static Map<String, String> wish(String badgeClass, String evidence) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("badgeClass", badgeClass);
    fields.put("evidence", evidence);
    fields.put("percent", "60");
    fields.put("mode", "AUTOMATIC");
    return fields;
  }

  /** The lecturer's page of the activity. */
  Frame lecturerFrame() {
    return Frame.of(open(lecturer));
  }

  /** Confirms the restriction and switches awarding on, which also begins a first look. */
  Frame switchOn() {
    Frame frame = lecturerFrame();
    frame.press("/course/attachment/restriction", Map.of("confirmed", "true"));
    frame.press("/course/attachment/on", Map.of());
    return frame;
  }

  Person learner(String given) {
    Person learner = campus.school().addPerson(given, "Learner", Role.LEARNER);
    campus.school().enrol(course, learner, Role.LEARNER);
    return learner;
  }

  /** A learner whom the course lets open the activity. */
  Person learnerWhoIsDone(String given) {
    Person learner = learner(given);
    complete(learner);
    return learner;
  }

  /** Lets the learner complete the page, which opens the activity. */
  void complete(Person learner) {
    campus.school().complete(page, learner);
  }

  /** Lets the lecturer give the learner 90 % in the columns that Badge Bridge made. */
  void grade(Person learner) {
    grade(learner, 0.9);
  }

  /** The same with another share of the maximum. */
  void grade(Person learner, double share) {
    for (Column column : course.columnsOf(campus.clientId())) {
      campus.school().gradebook().type(column, learner.id(), share * column.maximum());
    }
  }

  /** What the frame shows after a launch of the activity. */
  ToolPage open(Person person) {
    return browsers
        .computeIfAbsent(
            person.id(), any -> new BrowserlessLaunch(campus, person, CookieRule.PARTITIONED_ONLY))
        .open(course, course.activity(tool));
  }

  /** The activity that shows the badge. */
  Activity activity() {
    return course.activity(tool);
  }

  /**
   * Launches as the learner and claims what is on offer.
   *
   * @return the credential's id as the answered page shows it
   */
  String claim(Person learner) {
    ToolPage opened = open(learner);
    Frame frame = Frame.of(opened);
    String shown = opened.body();
    if (!CREDENTIAL.matcher(shown).find()) {
      shown =
          frame.press("/course/awards/" + Frame.found(AWARD, shown) + "/claim", Map.of()).body();
    }
    return Frame.found(CREDENTIAL, shown);
  }

  /** The award on offer on this page. */
  static String award(ToolPage page) {
    return Frame.found(AWARD, page.body());
  }

  /** Whether the page offers an award. */
  static boolean offers(ToolPage page) {
    return AWARD.matcher(page.body()).find();
  }
}
