package org.badgebridge.it;

import java.util.concurrent.atomic.AtomicInteger;
import org.badgebridge.demo.Campus;
import org.badgebridge.demo.school.Activity;
import org.badgebridge.demo.school.Course;
import org.badgebridge.demo.school.Person;
import org.badgebridge.demo.school.Restriction;
import org.badgebridge.demo.school.Role;
import org.badgebridge.demo.school.School;

/** A course of its own for one test, with people that no other test knows. */
final class SampleLms {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  final Campus campus;
  final Course course;
  final Person lecturer;
  final Person ada;
  final Person grace;
  final Activity reading;

  SampleLms(Campus campus) {
    this.campus = campus;
    int number = NUMBER.incrementAndGet();
    School school = campus.school();
    course = school.addCourse("T" + number, "Course of test " + number);
    lecturer = school.addPerson("Lena", "Lecturer" + number, Role.LECTURER, "en");
    ada = school.addPerson("Ada", "Learner" + number, Role.LEARNER, "en");
    grace = school.addPerson("Grace", "Learner" + number, Role.LEARNER, "en");
    school.enrol(course, lecturer, Role.LECTURER);
    school.enrol(course, ada, Role.LEARNER);
    school.enrol(course, grace, Role.LEARNER);
    reading = school.add(course, Activity.Kind.PAGE, "Reading " + number, "Read this.");
  }

  /** Somebody who joins the course. */
  Person join(String given, Role role) {
    Person person = campus.school().addPerson(given, "Newcomer" + NUMBER.incrementAndGet(), role);
    campus.school().enrol(course, person, role);
    return person;
  }

  /** A quiz of four questions; the right answers are 0, 1, 2 and 1. */
  Activity quiz() {
    return campus.school().add(course, Activity.Kind.QUIZ, "Quiz: citing", "Four questions.");
  }

  /** The badge activity that deep linking made, by its title. */
  Activity badge(String title) {
    return campus.school().course(course.number()).activities().stream()
        .filter(activity -> activity.kind() == Activity.Kind.TOOL)
        .filter(activity -> activity.title().equals(title))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no activity " + title + " in the course"));
  }

  /** Lets the badge activity open only for those who have completed the reading. */
  void restrict(Activity badge) {
    campus.school().restrict(course, badge, Restriction.completed(reading));
  }

  void complete(Person learner) {
    campus.school().complete(reading, learner);
  }
}
