package org.badgebridge.demo.school;

/**
 * Somebody at the campus.
 *
 * @param id what LTI messages call them ({@code sub})
 * @param role what they are when a course does not say otherwise
 * @param locale a language tag such as {@code en} or {@code nl}
 */
public record Person(
    String id, String given, String family, String username, Role role, String locale) {

  public String name() {
    return given + " " + family;
  }

  public String email() {
    return username + "@demo-university.example";
  }

  /** Two letters for the round picture. */
  public String initials() {
    return given.substring(0, 1) + family.substring(family.lastIndexOf(' ') + 1).substring(0, 1);
  }
}
