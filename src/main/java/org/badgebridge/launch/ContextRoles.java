package org.badgebridge.launch;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code roles} claim (LTI Core 1.3 appendix A.2). Only context roles give rights in a
 * course; roles in the institution or the system, and roles nobody knows, give none.
 *
 * <p>Besides full URIs it reads what is seen in the field: short names, the deprecated {@code urn}
 * names, Sakai's {@code membership#Instructor#TeachingAssistant} and Open edX' {@code
 * membership#TeachingAssistant}.
 */
final class ContextRoles {

  private static final String MEMBERSHIP = "http://purl.imsglobal.org/vocab/lis/v2/membership";
  private static final String URN = "urn:lti:role:ims/lis/";
  private static final String TEST_USER =
      "http://purl.imsglobal.org/vocab/lti/system/person#TestUser";

  /** Sub-roles of Instructor who teach; the others (assistants, graders) only help. */
  private static final Set<String> TEACHING =
      Set.of(
          "Lecturer",
          "PrimaryInstructor",
          "SecondaryInstructor",
          "GuestInstructor",
          "ExternalInstructor");

  private ContextRoles() {}

  /** Whether this is a student view, whatever role comes with it. */
  static boolean testUser(Collection<String> roles) {
    return roles.contains(TEST_USER);
  }

  /**
   * The one role these add up to. A principal Instructor beside a helping sub-role is that helper:
   * "the principal role SHOULD accompany" a sub-role, and gives no more than it.
   */
  static CourseRole of(Collection<String> roles) {
    boolean instructor = false;
    boolean teaching = false;
    boolean helping = false;
    boolean learner = false;
    for (String role : roles) {
      String[] name = contextRole(role);
      if (name == null) {
        continue;
      }
      boolean sub = name.length > 1;
      switch (name[0]) {
        case "Instructor" -> {
          instructor |= !sub;
          teaching |= sub && TEACHING.contains(name[1]);
          helping |= sub && !TEACHING.contains(name[1]);
        }
        case "TeachingAssistant" -> helping = true;
        case "Learner", "Student" -> learner = true;
        default -> {
          // Mentor, Administrator, Manager, ContentDeveloper and the unknown: no rights
        }
      }
    }
    if (teaching || (instructor && !helping)) {
      return CourseRole.LECTURER;
    }
    return learner ? CourseRole.LEARNER : CourseRole.OTHER;
  }

  /** Principal role and, if any, sub-role; null if it is no context role. */
  private static String @Nullable [] contextRole(String role) {
    if (role.startsWith(MEMBERSHIP)) {
      String rest = role.substring(MEMBERSHIP.length());
      boolean principal = rest.startsWith("#");
      boolean sub = rest.startsWith("/") && rest.indexOf('#') > 0;
      return principal || sub ? rest.substring(1).split("#", 2) : null;
    }
    if (role.startsWith(URN)) {
      return role.substring(URN.length()).split("/", 2);
    }
    return role.indexOf(':') < 0 ? role.split("[#/]", 2) : null;
  }
}
