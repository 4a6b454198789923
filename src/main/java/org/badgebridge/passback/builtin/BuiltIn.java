package org.badgebridge.passback.builtin;

import java.util.Arrays;
import java.util.List;
import org.badgebridge.passback.gradebook.AgsScopes;
import org.badgebridge.passback.gradebook.GradebookSource;
import org.badgebridge.passback.launch.LaunchEvidence;
import org.badgebridge.passback.membership.MembershipSource;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The sources that every connected LMS has. */
@SuppressWarnings("ImmutableEnumChecker") // the lists come from List.of
public enum BuiltIn {
  /** Who is listed for a restricted link. */
  MEMBERSHIP(MembershipSource.NAME, "roster", List.of()),
  /** Who may open a restricted link. */
  LAUNCH(LaunchEvidence.NAME, null, List.of()),
  /** What our own columns hold. */
  GRADEBOOK(
      GradebookSource.NAME,
      "gradebook",
      List.of(AgsScopes.RESULT_READ_ONLY, AgsScopes.LINE_ITEM, AgsScopes.SCORE));

  private final String source;
  private final @Nullable String service;
  private final List<String> scopes;

  BuiltIn(String source, @Nullable String service, List<String> scopes) {
    this.source = source;
    this.service = service;
    this.scopes = scopes;
  }

  /** Its name in evidence, addresses and message keys. */
  public String source() {
    return source;
  }

  /** What the operator's troubles call the service that it asks; null if it asks none. */
  @Nullable String service() {
    return service;
  }

  /** The scopes that launches name when they are granted. */
  public List<String> scopes() {
    return scopes;
  }

  /** Whether it asks the LMS. */
  public boolean asks() {
    return service != null;
  }

  /**
   * The one of that name.
   *
   * @throws ProblemException NOT_FOUND if there is none
   */
  static BuiltIn of(String source) {
    return Arrays.stream(values())
        .filter(each -> each.source.equals(source))
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
  }
}
