package org.badgebridge.demo.services;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.Site;
import org.badgebridge.demo.http.Refusal;
import org.badgebridge.demo.http.Reply;
import org.badgebridge.demo.http.Request;
import org.badgebridge.demo.oidc.Claims;
import org.badgebridge.demo.oidc.Profile;
import org.badgebridge.demo.oidc.Roles;
import org.badgebridge.demo.school.Activity;
import org.badgebridge.demo.school.Course;
import org.badgebridge.demo.school.Person;
import org.badgebridge.demo.school.Role;
import org.badgebridge.demo.school.Tool;
import org.jspecify.annotations.Nullable;

/**
 * Names and Role Provisioning 2.0. Asked with {@code rlid}, it leaves out those who may not open
 * that activity; Moodle does so only when the activity itself carries a condition.
 */
public final class Members {

  static final String CONTAINER = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";

  private final Site site;
  private final Callers callers;
  private final Addresses addresses;
  private final Set<String> launched = ConcurrentHashMap.newKeySet();
  private volatile boolean launchedOnly;

  public Members(Site site, Callers callers, Addresses addresses) {
    this.site = site;
    this.callers = callers;
    this.addresses = addresses;
  }

  /** Lists only people who have launched the tool: what Brightspace does unless told otherwise. */
  public void launchedOnly(boolean now) {
    launchedOnly = now;
  }

  /** Remembers that the person has launched a tool in the course. */
  public void saw(int course, String personId) {
    launched.add(course + "/" + personId);
  }

  public Reply list(Request request) {
    Tool tool = callers.caller(request, Claims.SCOPE_MEMBERS);
    callers.accepts(request, CONTAINER);
    Course course = callers.course(request);
    String link = request.query("rlid");
    Activity activity = link == null ? null : linked(course, link);
    var people = new ArrayList<Map<String, Object>>();
    course
        .members()
        .forEach(
            (id, role) -> {
              if (listed(course, id, role, activity) && wanted(request.query("role"), id, role)) {
                people.add(json(tool, site.school().person(id), role));
              }
            });
    String address = addresses.members(course, tool);
    var paging = new Paging(site.personality(), address, request);
    var container = new LinkedHashMap<String, Object>();
    container.put("id", address);
    container.put(
        "context", Map.of("id", course.id(), "label", course.label(), "title", course.title()));
    container.put("members", paging.page(people));
    // Moodle's next link forgets the role filter.
    List<String> kept =
        site.personality() == Personality.MOODLE ? List.of("rlid") : List.of("rlid", "role");
    return paging.linked(Reply.json(200, CONTAINER, container), people.size(), false, kept);
  }

  private Activity linked(Course course, String link) {
    return course
        .withLink(link)
        .orElseThrow(
            () ->
                new Refusal(
                    site.personality() == Personality.CANVAS ? 400 : 404,
                    "No such resource link in this course"));
  }

  private boolean listed(Course course, String id, Role role, @Nullable Activity activity) {
    if (launchedOnly && !launched.contains(course.number() + "/" + id)) {
      return false;
    }
    if (role == Role.TEST_STUDENT && site.personality() == Personality.CANVAS) {
      return false;
    }
    if (activity == null || role.teaches() || !site.personality().filtersRosterByAccess()) {
      return true;
    }
    boolean conditioned = activity.restriction() != null;
    return (site.personality() == Personality.MOODLE && !conditioned) || course.open(activity, id);
  }

  private boolean wanted(@Nullable String filter, String id, Role role) {
    if (filter == null || filter.isEmpty()) {
      return true;
    }
    String full = filter.startsWith("http") ? filter : Roles.MEMBERSHIP + filter;
    return Roles.launched(site.personality(), site.school().person(id), role).contains(full);
  }

  private Map<String, Object> json(Tool tool, Person person, Role role) {
    var member = new LinkedHashMap<String, Object>();
    member.put("status", "Active");
    member.put("user_id", person.id());
    member.put("roles", Roles.listed(site.personality(), person, role));
    member.put("lis_person_sourcedid", "");
    member.putAll(Profile.shared(tool, person));
    if (site.personality() == Personality.MOODLE && tool.sharesNames()) {
      member.put("ext_user_username", person.username());
    }
    return member;
  }
}
