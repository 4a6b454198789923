package org.badgebridge.roster;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody is in one course, judged by context roles only. */
public enum CourseStanding {
  /** Takes the course: the only standing that earns badges. */
  LEARNER,
  /** Gives the course; whoever was this once never earns from evidence that a lecturer can fake. */
  LECTURER,
  /** Neither, or unknown: least privilege. */
  OTHER;

  private static final String MEMBERSHIP = "http://purl.imsglobal.org/vocab/lis/v2/membership";
  private static final Pattern WORD = Pattern.compile("[^/#]+");
  private static final String TEST_USER =
      "http://purl.imsglobal.org/vocab/lti/system/person#TestUser";

  /**
   * Judges roles as platforms send them: full URIs, sub-roles with or without their principal role,
   * the malformed {@code membership#Instructor#TeachingAssistant}, and short names. Teaching weighs
   * more than learning, because roles can be combined. Institution and system roles say nothing of
   * a course.
   */
  public static CourseStanding of(Collection<String> roles) {
    boolean learner = false;
    for (String role : roles) {
      switch (principal(role)) {
        case "instructor", "administrator", "contentdeveloper", "manager" -> {
          return LECTURER;
        }
        case "learner" -> learner = true;
        default -> {
          // mentors, members, officers and what nobody has heard of: least privilege
        }
      }
    }
    return learner ? LEARNER : OTHER;
  }

  /** Whether the roles mark a user made for trying things out (LTI Core 1.3 §A.2.5). */
  public static boolean testUser(Collection<String> roles) {
    return roles.contains(TEST_USER);
  }

  private static String principal(String role) {
    String name = role.strip();
    if (name.startsWith(MEMBERSHIP)) {
      name = name.substring(MEMBERSHIP.length());
    } else if (name.startsWith("urn:lti:role:ims/lis/")) {
      name = name.substring("urn:lti:role:ims/lis/".length());
    } else if (name.contains(":") || name.contains("/")) {
      return "";
    }
    Matcher word = WORD.matcher(name);
    return word.find() ? word.group().toLowerCase(Locale.ROOT) : "";
  }
}
