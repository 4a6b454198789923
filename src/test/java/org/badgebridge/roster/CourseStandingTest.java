package org.badgebridge.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseStandingTest {

  private static final String V = "http://purl.imsglobal.org/vocab/lis/v2/";

  @ParameterizedTest
  @CsvSource({
    V + "membership#Learner, LEARNER",
    V + "membership/Learner#NonCreditLearner, LEARNER",
    "Learner, LEARNER",
    "urn:lti:role:ims/lis/Learner, LEARNER",
    V + "membership#Instructor, LECTURER",
    V + "membership/Instructor#TeachingAssistant, LECTURER",
    V + "membership#Instructor#TeachingAssistant, LECTURER",
    "Instructor, LECTURER",
    "urn:lti:role:ims/lis/Instructor/GuestInstructor, LECTURER",
    V + "membership#Mentor, OTHER",
    V + "institution/person#Learner, OTHER",
    V + "system/person#Administrator, OTHER",
    "https://example.org/roles#Learner, OTHER",
    "'', OTHER"
  })
  void judgesEveryShapeOfRole(String role, CourseStanding standing) {
    assertThat(CourseStanding.of(List.of(role))).isEqualTo(standing);
  }

  @Test
  void teachingWeighsMoreThanLearning() {
    assertThat(CourseStanding.of(List.of("Learner", "Instructor")))
        .isEqualTo(CourseStanding.LECTURER);
  }

  @Test
  void noRoleIsLeastPrivilege() {
    assertThat(CourseStanding.of(List.of())).isEqualTo(CourseStanding.OTHER);
  }
}
