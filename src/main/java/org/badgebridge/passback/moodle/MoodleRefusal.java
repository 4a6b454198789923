package org.badgebridge.passback.moodle;

import java.util.Locale;
import java.util.Set;
import org.badgebridge.external.ExternalRefusal;

/**
 * Moodle said no. It does so with HTTP 200 and a code, which alone is kept: its message can name
 * people.
 */
final class MoodleRefusal extends ExternalRefusal {

  private static final long serialVersionUID = 1L;

  /** The codes that are about one user and say nothing of the others. */
  private static final Set<String> ABOUT_ONE =
      Set.of("usernotenroled", "userdeleted", "suspended", "invaliduser", "accessdenied");

  private final String code;

  MoodleRefusal(String function, String code) {
    super(function + ": " + code, 200);
    this.code = code;
  }

  /** What has to be done about it. */
  enum Reason {
    /** The token is not known there. */
    TOKEN,
    /**
     * The function is missing in the external service, the service is off or not for this user, the
     * user may not use the protocol, or the token is over or may not be used from our address:
     * Moodle has one code for all of them.
     */
    FUNCTION,
    /** The user of the token lacks a capability, or cannot enter the course. */
    PERMISSION,
    /** The user of the token has to do something first, or is not let in. */
    USER,
    /** The course is not there any more. */
    COURSE,
    /** Anything else. */
    REFUSED;

    /** Names it in the faults of the connector. */
    String slug() {
      return "moodle-" + name().toLowerCase(Locale.ROOT);
    }
  }

  String code() {
    return code;
  }

  Reason reason() {
    return switch (code) {
      case "invalidtoken", "invalidtimedtoken", "invalidiptoken" -> Reason.TOKEN;
      case "accessexception", "servicenotavailable", "invalidfunction" -> Reason.FUNCTION;
      case "nopermissions", "requireloginerror", "errorcoursecontextnotvalid", "cannotviewreport" ->
          Reason.PERMISSION;
      case "forcepasswordchangenotice", "sitepolicynotagreed", "usernotfullysetup" -> Reason.USER;
      case "invalidrecord", "invalidcourseid" -> Reason.COURSE;
      default -> code.startsWith("wsaccessuser") ? Reason.USER : Reason.REFUSED;
    };
  }

  /** Whether it is about the one learner who was asked about. */
  boolean aboutOne() {
    return ABOUT_ONE.contains(code);
  }

  /** Whether the course has no completion criteria, so that nobody can complete it. */
  boolean noCriteria() {
    return code.equals("nocriteriaset");
  }
}
