package org.badgebridge.demo.school;

/** What a person is in a course, or at the campus. */
public enum Role {
  LECTURER("Lecturer"),
  ASSISTANT("Teaching assistant"),
  LEARNER("Learner"),
  TEST_STUDENT("Test student"),
  ADMINISTRATOR("Administrator");

  private final String title;

  Role(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /** Whether the gradebook has a row for them. */
  public boolean graded() {
    return this == LEARNER || this == TEST_STUDENT;
  }

  /** Whether they may change the course and are not held back by restrictions. */
  public boolean teaches() {
    return this == LECTURER || this == ADMINISTRATOR;
  }
}
