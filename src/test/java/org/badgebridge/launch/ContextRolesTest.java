package org.badgebridge.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextRolesTest {

  @ParameterizedTest
  @CsvSource({
    "LECTURER, V:membership#Instructor",
    "LECTURER, V:membership/Instructor#Lecturer",
    "LECTURER, V:membership/Instructor#PrimaryInstructor",
    "LECTURER, V:membership#Instructor V:membership/Instructor#SecondaryInstructor",
    "LECTURER, Instructor",
    "LECTURER, urn:lti:role:ims/lis/Instructor",
    "LECTURER, V:membership#Instructor V:membership#Learner",
    "LEARNER, V:membership#Learner",
    "LEARNER, Learner",
    "LEARNER, Student",
    "LEARNER, urn:lti:role:ims/lis/Learner/GuestLearner",
    "LEARNER, V:membership/Learner#NonCreditLearner",
    "LEARNER, V:membership/Learner#Instructor",
    "LEARNER, V:system/person#Administrator V:membership#Learner",
    "LEARNER, V:institution/person#Instructor V:membership#Learner",
    "OTHER, V:membership/Instructor#TeachingAssistant",
    "OTHER, V:membership/Instructor#Grader",
    "OTHER, V:membership#Instructor V:membership/Instructor#TeachingAssistant",
    "OTHER, V:membership#Instructor#TeachingAssistant",
    "OTHER, V:membership#TeachingAssistant",
    "OTHER, TeachingAssistant",
    "OTHER, urn:lti:role:ims/lis/TeachingAssistant",
    "OTHER, V:membership#Mentor",
    "OTHER, V:membership#Administrator",
    "OTHER, V:membership#ContentDeveloper",
    "OTHER, V:membership#Manager",
    "OTHER, V:institution/person#Instructor",
    "OTHER, V:institution/person#Faculty",
    "OTHER, V:system/person#SysAdmin",
    "OTHER, V:person#Instructor",
    "OTHER, urn:lti:instrole:ims/lis/Instructor",
    "OTHER, V:membership",
    "OTHER, V:membershipXInstructor",
    "OTHER, https://evil.example/membership#Instructor",
    "OTHER, instructor",
    "OTHER, ''",
  })
  void addsRolesUpToOne(CourseRole role, String roles) {
    List<String> uris =
        List.of(roles.replace("V:", "http://purl.imsglobal.org/vocab/lis/v2/").split(" ", -1));

    assertThat(ContextRoles.of(uris)).isEqualTo(role);
  }

  @Test
  void givesNobodyWithoutRolesAnyRight() {
    assertThat(ContextRoles.of(List.of())).isEqualTo(CourseRole.OTHER);
  }

  @Test
  void knowsAStudentView() {
    List<String> roles =
        List.of("Learner", "http://purl.imsglobal.org/vocab/lti/system/person#TestUser");

    assertThat(ContextRoles.testUser(roles)).isTrue();
    assertThat(ContextRoles.of(roles)).isEqualTo(CourseRole.LEARNER);
  }
}
