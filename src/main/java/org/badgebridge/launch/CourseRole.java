package org.badgebridge.launch;

/** What somebody may do in one course, by the context roles of the present launch and no others. */
public enum CourseRole {
  /** Teaches the course: may attach badges and decide on proposals. */
  LECTURER,
  /** Takes the course: earns badges. */
  LEARNER,
  /** Everybody else, assistants, mentors and administrators included: may look, and no more. */
  OTHER
}
