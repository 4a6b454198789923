package org.badgebridge.demo.services;

import org.badgebridge.demo.Personality;
import org.badgebridge.demo.Site;
import org.badgebridge.demo.school.Activity;
import org.badgebridge.demo.school.Column;
import org.badgebridge.demo.school.Course;
import org.badgebridge.demo.school.Tool;

/**
 * Where the services of each LMS live. Templates hold {@code {course}}, {@code {item}} and {@code
 * {deployment}}; Moodle names the tool type in the query instead.
 */
public final class Addresses {

  private final Site site;

  public Addresses(Site site) {
    this.site = site;
  }

  public String lineItemsPath() {
    return switch (site.personality()) {
      case MOODLE -> "/mod/lti/services.php/{course}/lineitems";
      case CANVAS -> "/api/lti/courses/{course}/line_items";
      case BRIGHTSPACE ->
          "/d2l/api/lti/ags/2.0/deployment/{deployment}/orgunits/{course}/lineitems";
      case BLACKBOARD -> "/learn/api/v1/lti/courses/{course}/lineItems";
    };
  }

  public String lineItemPath() {
    String item = lineItemsPath() + "/{item}";
    return moodle() ? item + "/lineitem" : item;
  }

  public String membersPath() {
    return switch (site.personality()) {
      case MOODLE ->
          "/mod/lti/services.php/CourseSection/{course}/bindings/{deployment}/memberships";
      case CANVAS -> "/api/lti/courses/{course}/names_and_roles";
      case BRIGHTSPACE ->
          "/d2l/api/lti/nrps/2.0/deployment/{deployment}/orgunits/{course}/memberships";
      case BLACKBOARD -> "/learn/api/v1/lti/external/namesandroles/{course}";
    };
  }

  public String noticeHandlersPath() {
    return "/api/lti/notice-handlers/{deployment}";
  }

  public String noticeHandlers(Tool tool) {
    return site.url(noticeHandlersPath()).replace("{deployment}", tool.deployment());
  }

  public String lineItems(Course course, Tool tool) {
    return filled(lineItemsPath(), course, tool) + type(tool);
  }

  public String lineItem(Course course, Column column, Tool tool) {
    return lineItemWithoutQuery(course, column, tool) + type(tool);
  }

  /** The address of results: the word goes before the query. */
  public String results(Course course, Column column, Tool tool) {
    return lineItemWithoutQuery(course, column, tool) + "/results" + type(tool);
  }

  public String members(Course course, Tool tool) {
    return filled(membersPath(), course, tool);
  }

  /** Where a person sees the activity. */
  public String page(Course course, Activity activity) {
    return site.url("/courses/" + course.number() + "/activities/" + activity.number());
  }

  private String lineItemWithoutQuery(Course course, Column column, Tool tool) {
    return filled(lineItemPath(), course, tool)
        .replace("{item}", Integer.toString(column.number()));
  }

  private String filled(String path, Course course, Tool tool) {
    return site.url(path)
        .replace("{course}", Integer.toString(course.number()))
        .replace("{deployment}", tool.deployment());
  }

  private String type(Tool tool) {
    return moodle() ? "?type_id=" + tool.deployment() : "";
  }

  private boolean moodle() {
    return site.personality() == Personality.MOODLE;
  }
}
