package org.badgebridge.demo.oidc;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.Site;
import org.badgebridge.demo.school.Activity;
import org.badgebridge.demo.school.Column;
import org.badgebridge.demo.school.Course;
import org.badgebridge.demo.school.Link;
import org.badgebridge.demo.school.Person;
import org.badgebridge.demo.school.Tool;
import org.badgebridge.demo.services.Addresses;

/** Writes the id_token of a launch the way the campus's LMS would. */
public final class Messages {

  private final Site site;
  private final Addresses addresses;

  public Messages(Site site) {
    this.site = site;
    this.addresses = new Addresses(site);
  }

  /** The message of a launch under way, for the tool's nonce. */
  public IdToken of(Pending launch, String nonce) {
    synchronized (site.school()) {
      Tool tool = site.school().tools().get(launch.client());
      Course course = site.school().course(launch.course());
      Person person = site.school().person(launch.personId());
      Map<String, Object> claims = envelope(tool, person, nonce);
      claims.put(Claims.ROLES, Roles.launched(site.personality(), person, launch.role()));
      claims.put(Claims.CONTEXT, context(course));
      claims.put(Claims.LAUNCH_PRESENTATION, presentation(course, person));
      claims.put(Claims.LIS, Map.of("person_sourcedid", person.username()));
      if (launch.activity() == null) {
        deepLinking(claims, launch, tool, course);
      } else {
        resourceLink(claims, tool, course, course.activity(launch.activity()), person);
      }
      if (site.personality() == Personality.MOODLE) {
        MoodleWording.apply(
            claims, new CustomParameters(site.personality(), course, person).of(tool));
      }
      return IdToken.of(claims, site.keys().current());
    }
  }

  private Map<String, Object> envelope(Tool tool, Person person, String nonce) {
    Personality as = site.personality();
    var claims = new LinkedHashMap<String, Object>();
    Instant now = site.now();
    claims.put("iss", site.issuer());
    claims.put("sub", person.id());
    claims.put("aud", as == Personality.BLACKBOARD ? List.of(tool.client()) : tool.client());
    if (as == Personality.CANVAS) {
      claims.put("azp", tool.client());
    }
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(as.idTokenLife()).getEpochSecond());
    if (as == Personality.BRIGHTSPACE) {
      claims.put("nbf", now.getEpochSecond());
    }
    claims.put("nonce", nonce);
    claims.put(Claims.VERSION, "1.3.0");
    claims.put(Claims.DEPLOYMENT_ID, tool.deployment());
    claims.put(Claims.TARGET_LINK_URI, tool.target());
    claims.put(Claims.TOOL_PLATFORM, platform());
    if (as == Personality.MOODLE) {
      claims.put(Claims.EXT, Map.of("lms", "moodle-2", "user_username", person.username()));
    }
    if (as == Personality.CANVAS || as == Personality.BLACKBOARD) {
      claims.put("locale", person.locale());
    }
    claims.putAll(Profile.shared(tool, person));
    return claims;
  }

  private Map<String, Object> platform() {
    Personality as = site.personality();
    return Map.of(
        "guid", "demo-university-" + as.product(),
        "name", "Demo University (" + as.title() + ")",
        "product_family_code", as.familyCode(),
        "version", as.version(),
        "url", site.base().toString());
  }

  private static Map<String, Object> context(Course course) {
    return Map.of(
        "id", course.id(),
        "label", course.label(),
        "title", course.title(),
        "type", List.of("http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering"));
  }

  private Map<String, Object> presentation(Course course, Person person) {
    return Map.of(
        "document_target", "iframe",
        "return_url", site.url("/courses/" + course.number()),
        "locale", locale(person));
  }

  /** Moodle writes {@code pt_br} where others write {@code pt-BR}. */
  private String locale(Person person) {
    return site.personality() == Personality.MOODLE
        ? person.locale().toLowerCase(Locale.ROOT).replace('-', '_')
        : person.locale();
  }

  private void resourceLink(
      Map<String, Object> claims, Tool tool, Course course, Activity activity, Person person) {
    Link link = activity.toolLink();
    claims.put(Claims.MESSAGE_TYPE, "LtiResourceLinkRequest");
    claims.put(
        Claims.RESOURCE_LINK,
        Map.of("id", link.id(), "title", activity.title(), "description", activity.text()));
    if (!link.url().isEmpty()) {
      claims.put(Claims.TARGET_LINK_URI, link.url());
    }
    claims.put(
        Claims.CUSTOM,
        new CustomParameters(site.personality(), course, person).of(tool, link, activity.title()));
    services(claims, tool, course);
    List<Column> own =
        course.columnsOf(tool.client()).stream()
            .filter(column -> belongs(column, activity, link))
            .toList();
    if (own.size() == 1 && claims.containsKey(Claims.AGS)) {
      var endpoint = new LinkedHashMap<>(grading(tool, course));
      endpoint.put("lineitem", addresses.lineItem(course, own.get(0), tool));
      claims.put(Claims.AGS, endpoint);
    }
  }

  private static boolean belongs(Column column, Activity activity, Link link) {
    return Integer.valueOf(activity.number()).equals(column.activity())
        || link.id().equals(column.linkId());
  }

  private void services(Map<String, Object> claims, Tool tool, Course course) {
    if (tool.scopes().contains(Claims.SCOPE_NOTICES)) {
      claims.put(Claims.NOTICE_SERVICE, notices(tool));
    }
    if (!Claims.grading(tool.scopes()).isEmpty()) {
      claims.put(Claims.AGS, grading(tool, course));
    }
    if (tool.scopes().contains(Claims.SCOPE_MEMBERS)) {
      claims.put(
          Claims.NRPS,
          Map.of(
              "context_memberships_url", addresses.members(course, tool),
              "service_versions", List.of("1.0", "2.0")));
    }
  }

  private Map<String, Object> notices(Tool tool) {
    return Map.of(
        "platform_notification_service_url",
        addresses.noticeHandlers(tool),
        "service_versions",
        List.of("1.0"),
        "scope",
        List.of(Claims.SCOPE_NOTICES),
        "notice_types_supported",
        List.of("LtiHelloWorldNotice", "LtiContextCopyNotice"));
  }

  private Map<String, Object> grading(Tool tool, Course course) {
    return Map.of(
        "scope", Claims.grading(tool.scopes()), "lineitems", addresses.lineItems(course, tool));
  }

  private void deepLinking(Map<String, Object> claims, Pending launch, Tool tool, Course course) {
    claims.put(Claims.MESSAGE_TYPE, "LtiDeepLinkingRequest");
    claims.put(Claims.DEEP_LINKING, DeepLinkingSettings.of(site, launch));
    services(claims, tool, course);
    boolean known =
        course.activities().stream()
            .anyMatch(a -> a.link() != null && a.link().client().equals(tool.client()));
    if (site.personality() == Personality.MOODLE && !known) {
      // Moodle names the roster only once the tool has an activity in the course.
      claims.remove(Claims.NRPS);
    }
  }
}
