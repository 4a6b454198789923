package org.badgebridge.demo.school;

import java.util.List;

/** The small world a newcomer and the tests find: two courses, nine people, nothing done yet. */
public final class Seed {

  private Seed() {}

  public static void plant(School school) {
    Person lecturer = school.addPerson("Hanna", "de Vries", Role.LECTURER);
    Person assistant = school.addPerson("Tom", "Mulder", Role.ASSISTANT);
    List<Person> learners =
        List.of(
            school.addPerson("Noor", "Jansen", Role.LEARNER, "nl"),
            school.addPerson("Yusuf", "Demir", Role.LEARNER),
            school.addPerson("Lotte", "Visser", Role.LEARNER, "nl"),
            school.addPerson("Sem", "Bakker", Role.LEARNER),
            school.addPerson("Mei", "Chen", Role.LEARNER));
    Person tester = school.addPerson("Test", "Student", Role.TEST_STUDENT);
    school.addPerson("Ingrid", "Peters", Role.ADMINISTRATOR);
    for (Course course : List.of(literacy(school), sustainability(school))) {
      school.enrol(course, lecturer, Role.LECTURER);
      school.enrol(course, assistant, Role.ASSISTANT);
      learners.forEach(learner -> school.enrol(course, learner, Role.LEARNER));
      school.enrol(course, tester, Role.TEST_STUDENT);
    }
  }

  private static Course literacy(School school) {
    Course course = school.addCourse("INF101", "Information literacy");
    school.add(
        course,
        Activity.Kind.PAGE,
        "Read: how to judge a source",
        "Who wrote it, when, for whom, and on what evidence? Read the four questions, try them on"
            + " an article of your own choice, and mark this page as done.");
    school.add(
        course,
        Activity.Kind.QUIZ,
        "Quiz: citing and quoting",
        "Four short questions. You may try as often as you like; the last try counts.");
    school.add(
        course,
        Activity.Kind.ASSIGNMENT,
        "Essay: one claim, three sources",
        "Pick one claim you heard this week and weigh three sources for it, in 400 words.");
    return course;
  }

  private static Course sustainability(School school) {
    Course course = school.addCourse("SUS210", "Sustainability in practice");
    school.add(
        course,
        Activity.Kind.PAGE,
        "Walk: map the heat of your street",
        "Measure the temperature at five places of your street at noon, draw the map, and mark"
            + " this page as done.");
    school.add(
        course,
        Activity.Kind.QUIZ,
        "Quiz: footprints",
        "Four short questions about what a footprint counts and what it leaves out.");
    return course;
  }
}
