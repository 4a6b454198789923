package org.badgebridge.passback.builtin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import org.badgebridge.course.Course;
import org.badgebridge.external.ExternalRefusal;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.identity.Actor;
import org.badgebridge.passback.builtin.Sight.Tone;
import org.badgebridge.passback.connector.ConnectorPlatforms.Served;

/** Tries a source of a platform out with one of its courses, and says what is seen. */
@ApplicationScoped
class TestBuiltIn {

  private final PlatformCourses courses;
  private final NoteTests notes;
  private final List<Trying> all;

  @Inject
  TestBuiltIn(PlatformCourses courses, NoteTests notes, Instance<Trying> all) {
    this(courses, notes, all.stream().toList());
  }

  TestBuiltIn(PlatformCourses courses, NoteTests notes, List<Trying> all) {
    this.courses = courses;
    this.notes = notes;
    this.all = all;
  }

  /**
   * Looks; audited. Who acts was checked before.
   *
   * @throws org.badgebridge.problem.ProblemException NOT_FOUND if it is no course of the
   *     institution there
   */
  @Transactional(TxType.NEVER)
  Tested test(BuiltIn source, Served platform, UUID institutionId, UUID courseId, Actor actor) {
    Course course = courses.get(platform.id(), institutionId, courseId);
    Tested tested = new Tested(course.id(), course.name(), look(source, platform, course));
    boolean bad = tested.sights().stream().anyMatch(sight -> sight.tone() == Tone.BAD);
    notes.tested(institutionId, platform.id(), source.source() + (bad ? " bad" : " good"), actor);
    return tested;
  }

  private List<Sight> look(BuiltIn source, Served platform, Course course) {
    Trying trying = all.stream().filter(each -> each.tries() == source).findFirst().orElseThrow();
    try {
      return trying.look(platform, course);
    } catch (ExternalRefusal e) {
      return List.of(WhyNot.of(e));
    } catch (ExternalUnavailable e) {
      return List.of(WhyNot.of(e));
    }
  }
}
