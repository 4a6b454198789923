package org.badgebridge.passback.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.badgebridge.course.Activity;
import org.badgebridge.passback.EvidenceItem;
import org.badgebridge.passback.InCourse;
import org.badgebridge.passback.OwnDesk;
import org.badgebridge.passback.OwnDesk.Room;
import org.badgebridge.passback.attendance.CheckIn.Result;
import org.badgebridge.passback.attendance.Meeting.State;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.roster.Memberships;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.Race;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttendanceDatabaseTest {

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aCheckInCountsOnceAndAtOnce(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = new Desk(database);
      UUID ada = desk.own.course.learner("Ada");
      UUID first = desk.open("Week 1", "");

      assertThat(desk.type(first, ada, "nonsense")).isEqualTo(Result.WRONG_CODE);
      assertThat(desk.own.evidence(desk.series, ada)).isEmpty();
      assertThat(desk.type(first, ada, desk.code(first))).isEqualTo(Result.PRESENT);
      assertThat(desk.type(first, ada, desk.code(first))).isEqualTo(Result.PRESENT);

      assertThat(desk.times(ada)).isEqualTo(1);
      assertThat(database.count("select count(*) from passback")).isOne();
      assertThat(desk.own.audited("attendance.checked-in")).isOne();
      assertThat(desk.own.heard.events).hasSize(1);
      UUID second = desk.open("Week 2", "");
      desk.type(second, ada, desk.code(second));
      assertThat(desk.times(ada)).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aStayIsMeasuredBetweenTwoChecks(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = new Desk(database);
      UUID ada = desk.own.course.learner("Ada");
      UUID bo = desk.own.course.learner("Bo");
      UUID meeting = desk.open("Lab", "45");
      assertThat(desk.type(meeting, ada, desk.code(meeting))).isEqualTo(Result.IN);
      String codeIn = desk.code(meeting);
      desk.turn(meeting, State.CHECK_OUT);

      assertThat(desk.type(meeting, ada, codeIn)).isEqualTo(Result.WRONG_CODE);
      desk.own.clock.advance(Duration.ofMinutes(44));
      assertThat(desk.type(meeting, ada, desk.code(meeting))).isEqualTo(Result.TOO_SOON);
      assertThat(desk.type(meeting, bo, desk.code(meeting))).isEqualTo(Result.NEVER_IN);
      assertThat(desk.own.evidence(desk.series, ada)).isEmpty();
      desk.own.clock.advance(Duration.ofMinutes(1));
      assertThat(desk.type(meeting, ada, desk.code(meeting))).isEqualTo(Result.OUT);
      assertThat(desk.times(ada)).isEqualTo(1);
      assertThat(desk.own.evidence(desk.series, bo)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void staffCorrectUpwardsAndDownwardsAndAreWrittenDown(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = new Desk(database);
      UUID ada = desk.own.course.learner("Ada");
      UUID bo = desk.own.course.learner("Bo");
      UUID stranger = desk.own.course.user("Stranger", false);
      UUID meeting = desk.open("Week 1", "");
      desk.type(meeting, ada, desk.code(meeting));

      assertThat(desk.correct(meeting, true, ada, bo, stranger)).containsExactly(bo);
      assertThat(desk.correct(meeting, false, ada)).containsExactly(ada);
      assertThat(desk.times(ada)).isZero();
      assertThat(desk.times(bo)).isEqualTo(1);
      assertThat(desk.correct(meeting, true, ada)).containsExactly(ada);
      assertThat(desk.times(ada)).isEqualTo(1);
      assertThat(desk.own.audited("attendance.ticked")).isEqualTo(2);
      assertThat(desk.own.audited("attendance.unticked")).isOne();
      assertThat(desk.own.heard.events).hasSize(4);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aLearnerSeesOwnAttendanceAndWhatIsOpen(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = new Desk(database);
      UUID ada = desk.own.course.learner("Ada");
      UUID first = desk.open("Week 1", "");
      desk.type(first, ada, desk.code(first));
      desk.turn(first, State.CLOSED);
      desk.open("Week 2", "");
      desk.plan("Week 3", "");

      OwnAttendance.View seen = desk.own(ada);
      assertThat(seen.standings()).containsExactly(new OwnAttendance.Standing("Lectures", 1, 2));
      assertThat(seen.open())
          .singleElement()
          .satisfies(each -> assertThat(each.meeting().title()).isEqualTo("Week 2"));
      assertThat(desk.type(first, ada, "ABCDEF")).isEqualTo(Result.CLOSED);
      desk.own.clock.advance(Meeting.OPEN_FOR);
      assertThat(desk.own(ada).open()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void checkInsToSeveralMeetingsAtOnceAreAllCounted(TestDatabase kind) throws Exception {
    try (var database = kind.open()) {
      var desk = new Desk(database);
      UUID ada = desk.own.course.learner("Ada");
      List<UUID> meetings =
          List.of("A", "B", "C", "D", "E", "F").stream().map(each -> desk.open(each, "")).toList();
      List<Callable<Result>> deeds =
          meetings.stream()
              .<Callable<Result>>map(each -> () -> desk.type(each, ada, desk.code(each)))
              .toList();

      assertThat(Race.of(deeds)).containsOnly(Result.PRESENT);

      assertThat(desk.times(ada)).isEqualTo(6);
      assertThat(database.count("select count(*) from passback")).isEqualTo(6);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void nobodyChecksInWhereTheyTeachOrAreNot(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = new Desk(database);
      UUID meeting = desk.open("Week 1", "");
      String code = desk.code(meeting);
      InCourse elsewhere =
          new InCourse(desk.own.course.institution, UUID.randomUUID(), desk.own.lecturer().actor());

      assertThatThrownBy(() -> desk.type(meeting, desk.own.course.lecturer, code))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.FORBIDDEN));
      assertThatThrownBy(
              () -> desk.own.in(room -> desk.checkIn(room).with(elsewhere, meeting, meeting, code)))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.NOT_FOUND));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void onlyEmptyMeetingsAreDroppedAndOddOnesAreNotPlanned(TestDatabase kind) {
    try (var database = kind.open()) {
      var desk = new Desk(database);
      UUID ada = desk.own.course.learner("Ada");
      UUID empty = desk.plan("Mistake", "");
      UUID full = desk.plan("Full", "");
      desk.correct(full, true, ada);

      desk.drop(empty);
      assertThatThrownBy(() -> desk.drop(full)).isInstanceOf(ProblemException.class);
      assertThatThrownBy(() -> desk.turn(full, State.CHECK_OUT))
          .isInstanceOf(ProblemException.class);
      for (String stay : List.of("-1", "601", "ten", "1.5")) {
        assertThatThrownBy(() -> desk.plan("Odd", stay)).isInstanceOf(InvalidFields.class);
      }
      assertThatThrownBy(() -> desk.plan(" ", "")).isInstanceOf(InvalidFields.class);
      assertThat(database.count("select count(*) from meeting")).isOne();
      assertThat(desk.own(ada).standings())
          .containsExactly(new OwnAttendance.Standing("Lectures", 1, 1));
    }
  }

  /** One series of a course. */
  private static final class Desk {

    final OwnDesk own;
    final UUID series;

    Desk(OpenDatabase database) {
      own = new OwnDesk(database);
      series =
          own.in(
                  room ->
                      room.activities()
                          .make(own.lecturer(), Activity.Kind.ATTENDANCE, " Lectures "))
              .id();
    }

    UUID plan(String title, String stay) {
      return own.in(room -> keep(room).plan(own.lecturer(), series, title, stay));
    }

    UUID open(String title, String stay) {
      UUID meeting = plan(title, stay);
      turn(meeting, State.CHECK_IN);
      return meeting;
    }

    void turn(UUID meeting, State to) {
      own.in(
          room -> {
            keep(room).turn(own.lecturer(), meeting, to);
            return meeting;
          });
    }

    void drop(UUID meeting) {
      own.in(
          room -> {
            keep(room).drop(own.lecturer(), meeting);
            return meeting;
          });
    }

    String code(UUID meeting) {
      return own.in(
          room -> meetings(room).code(meetings(room).require(meeting, own.course.course)).code());
    }

    Result type(UUID meeting, UUID learner, String code) {
      return own.in(
          room -> checkIn(room).with(own.learner(learner), meeting, learner, code).result());
    }

    List<UUID> correct(UUID meeting, boolean present, UUID... learners) {
      return own.in(
          room ->
              new CorrectAttendance(
                      room.sql(),
                      meetings(room),
                      new Presences(room.sql(), room.facts()),
                      room.learners(),
                      room.audit(),
                      own.clock)
                  .say(own.lecturer(), meeting, List.of(learners), present));
    }

    OwnAttendance.View own(UUID learner) {
      return own.in(
          room -> new OwnAttendance(room.sql(), own.clock).of(own.course.course, learner));
    }

    double times(UUID learner) {
      List<EvidenceItem> found = own.evidence(series, learner);
      assertThat(found).hasSize(1);
      assertThat(found.get(0).source()).isEqualTo("attendance");
      assertThat(found.get(0).undone()).isFalse();
      Double score = found.get(0).score();
      return score == null ? -1 : score;
    }

    CheckIn checkIn(Room room) {
      return new CheckIn(
          meetings(room),
          new Presences(room.sql(), room.facts()),
          new Memberships(room.sql()),
          room.audit(),
          own.clock);
    }

    private KeepMeeting keep(Room room) {
      return new KeepMeeting(
          room.sql(), meetings(room), room.activities(), OwnDesk.SEALER, room.audit(), own.clock);
    }

    private Meetings meetings(Room room) {
      return new Meetings(room.sql(), OwnDesk.SEALER, own.clock);
    }
  }
}
