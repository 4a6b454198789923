package org.badgebridge.demo.oidc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.badgebridge.demo.Personality;
import org.badgebridge.demo.school.Person;
import org.badgebridge.demo.school.Role;

/** How each LMS writes the roles of a person. */
public final class Roles {

  private static final String VOCABULARY = "http://purl.imsglobal.org/vocab/lis/v2/";
  public static final String MEMBERSHIP = VOCABULARY + "membership#";
  public static final String INSTRUCTOR = MEMBERSHIP + "Instructor";
  public static final String LEARNER = MEMBERSHIP + "Learner";
  public static final String ASSISTANT = VOCABULARY + "membership/Instructor#TeachingAssistant";
  public static final String INSTITUTION = VOCABULARY + "institution/person#";
  public static final String SYSTEM = VOCABULARY + "system/person#";
  public static final String TEST_USER =
      "http://purl.imsglobal.org/vocab/lti/system/person#TestUser";

  private Roles() {}

  /** The roles claim of a launch. */
  public static List<String> launched(Personality as, Person person, Role role) {
    return as == Personality.MOODLE ? moodle(person, role) : full(as, person, role);
  }

  /** The roles in a roster: Moodle shortens them there. */
  public static List<String> listed(Personality as, Person person, Role role) {
    if (as != Personality.MOODLE) {
      return full(as, person, role);
    }
    return moodle(person, role).stream().map(name -> name.replace(MEMBERSHIP, "")).toList();
  }

  /** Moodle knows those who manage activities, and everybody else; no assistants, no test users. */
  private static List<String> moodle(Person person, Role role) {
    var roles = new ArrayList<String>();
    if (person.role() == Role.ADMINISTRATOR) {
      roles.add(INSTITUTION + "Administrator");
      roles.add(SYSTEM + "Administrator");
    }
    roles.add(role.teaches() ? INSTRUCTOR : LEARNER);
    Collections.sort(roles); // as Moodle sorts every array in its messages
    return roles;
  }

  private static List<String> full(Personality as, Person person, Role role) {
    var roles = new ArrayList<String>();
    roles.add(INSTITUTION + institutional(person));
    switch (role) {
      case LECTURER -> roles.add(INSTRUCTOR);
      case ASSISTANT -> {
        if (as == Personality.CANVAS) {
          roles.add(INSTRUCTOR);
        }
        roles.add(ASSISTANT);
      }
      case LEARNER -> roles.add(LEARNER);
      case TEST_STUDENT -> {
        roles.add(LEARNER);
        roles.add(TEST_USER);
      }
      case ADMINISTRATOR -> roles.add(MEMBERSHIP + "Administrator");
    }
    return roles;
  }

  private static String institutional(Person person) {
    return switch (person.role()) {
      case ADMINISTRATOR -> "Administrator";
      case LECTURER, ASSISTANT -> "Instructor";
      case LEARNER, TEST_STUDENT -> "Student";
    };
  }
}
