package org.badgebridge.passback.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.badgebridge.passback.builtin.Sight.Tone;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.testing.FakeServices.Asked;
import org.badgebridge.testing.FakeServices.Reply;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BuiltInDatabaseTest {

  private static final String MEMBERS = "passback.builtin.membership.";
  private static final String COLUMNS = "passback.builtin.gradebook.";
  private static final String WHY = "passback.builtin.why.";

  /** Three learners and a lecturer; the link {@code half} is open for one of the learners. */
  private static Reply lms(Asked asked) {
    if (asked.target().startsWith("/members")) {
      return Reply.ok(
          asked.target().contains("rlid=half")
              ? roster("l1", "Learner")
              : roster("l1", "Learner", "l2", "Learner", "l3", "Learner", "t1", "Instructor"));
    }
    return Reply.ok(
        asked.target().startsWith("/items/1/results")
            ? "[{\"userId\":\"l1\",\"resultScore\":7,\"resultMaximum\":10},{\"userId\":\"l2\"}]"
            : "[{\"id\":\"" + "http://127.0.0.1/none" + "\",\"label\":\"x\",\"scoreMaximum\":0}]");
  }

  private static String roster(String... people) {
    StringBuilder members = new StringBuilder();
    for (int i = 0; i < people.length; i += 2) {
      members
          .append(i == 0 ? "" : ",")
          .append("{\"user_id\":\"%s\",\"roles\":[\"%s\"]}".formatted(people[i], people[i + 1]));
    }
    return "{\"id\":\"x\",\"context\":{\"id\":\"101\"},\"members\":[" + members + "]}";
  }

  private static List<String> keys(Tested tested) {
    return tested.sights().stream().map(Sight::key).toList();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void saysWhoTakesPartAndForWhatCompletionCanBeRead(TestDatabase kind) {
    try (var desk = new BuiltInDesk(kind, BuiltInDatabaseTest::lms)) {
      desk.offers("/members", null);
      desk.link("half", "Earn it", null);
      desk.link("open", "For all", null);
      Tested tested = desk.test(BuiltIn.MEMBERSHIP);

      assertThat(tested.sights())
          .containsExactlyInAnyOrder(
              Sight.good(MEMBERS + "seen", 4L, 3, 1),
              Sight.good(MEMBERS + "link-read", "Earn it", 1, 3),
              Sight.plain(MEMBERS + "link-open", "For all"));
      assertThat(desk.audited("membership good")).isOne();
      assertThat(desk.database.count("select count(*) from passback")).isZero();
      assertThat(desk.database.count("select count(*) from link_sighting")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void saysThatCanvasListsWhomALinkIsAssignedTo(TestDatabase kind) {
    try (var desk = new BuiltInDesk(kind, BuiltInDatabaseTest::lms)) {
      desk.product("canvas");
      desk.offers("/members", null);
      desk.link("half", "Earn it", null);
      assertThat(keys(desk.test(BuiltIn.MEMBERSHIP)))
          .containsExactly(MEMBERS + "seen", MEMBERS + "link-assigned");
      assertThat(desk.services.asked).noneMatch(asked -> asked.target().contains("rlid"));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void saysWhenNothingIsOfferedWithoutAsking(TestDatabase kind) {
    try (var desk = new BuiltInDesk(kind, BuiltInDatabaseTest::lms)) {
      desk.offers(null, null);
      assertThat(desk.test(BuiltIn.MEMBERSHIP).sights())
          .containsExactly(Sight.bad(MEMBERS + "not-offered"));
      assertThat(desk.test(BuiltIn.GRADEBOOK).sights())
          .containsExactly(Sight.bad(COLUMNS + "not-offered"));
      assertThat(desk.services.asked).isEmpty();
      assertThat(desk.audited("gradebook bad")).isOne();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "401,unauthorised",
    "403,forbidden",
    "404,not-found",
    "400,refused",
    "503,unavailable"
  })
  void saysPlainlyWhyNot(int status, String reason) {
    try (var desk = new BuiltInDesk(TestDatabase.H2, asked -> Reply.status(status))) {
      desk.offers("/members", "/items", "lineitem", "result.readonly");
      for (BuiltIn source : List.of(BuiltIn.MEMBERSHIP, BuiltIn.GRADEBOOK)) {
        assertThat(desk.test(source).sights())
            .singleElement()
            .satisfies(
                sight -> {
                  assertThat(sight.tone()).isEqualTo(Tone.BAD);
                  assertThat(sight.key()).isEqualTo(WHY + reason);
                  assertThat(sight.detail()).contains(String.valueOf(status));
                });
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void tellsNonsenseFromSilence(TestDatabase kind) {
    try (var desk = new BuiltInDesk(kind, asked -> Reply.ok("not json"))) {
      desk.offers("/members", "/items", "lineitem.readonly", "result.readonly");
      assertThat(keys(desk.test(BuiltIn.MEMBERSHIP))).containsExactly(WHY + "nonsense");
      assertThat(keys(desk.test(BuiltIn.GRADEBOOK))).containsExactly(WHY + "nonsense");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void saysWhichColumnsCanBeRead(TestDatabase kind) {
    try (var desk =
        new BuiltInDesk(
            kind,
            asked -> asked.target().startsWith("/items/2/") ? Reply.status(404) : lms(asked))) {
      desk.offers(null, "/items", "lineitem.readonly", "result.readonly");
      desk.link("a", "Earn it", "/items/1");
      desk.link("b", "Gone", "/items/2");
      assertThat(desk.test(BuiltIn.GRADEBOOK).sights())
          .contains(
              Sight.good(COLUMNS + "column-read", "Earn it", 1),
              Sight.bad(COLUMNS + "column-refused", "Gone", 404));

      desk.offers(null, "/items", "score");
      assertThat(keys(desk.test(BuiltIn.GRADEBOOK)))
          .containsExactly(COLUMNS + "no-list", COLUMNS + "no-results");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void countsWhatLearnersOpenedLately(TestDatabase kind) {
    try (var desk = new BuiltInDesk(kind, BuiltInDatabaseTest::lms)) {
      assertThat(keys(desk.test(BuiltIn.LAUNCH)))
          .containsExactly("passback.builtin.launch.nothing");
      UUID activity = desk.course.activity("RESOURCE_LINK", "Earn it");
      for (String name : List.of("Ada", "Bo")) {
        desk.course.evidence(activity, desk.course.learner(name), "COMPLETED", null, null);
      }
      desk.database.execute(
          "update passback set source = 'launch', received_at = ?",
          desk.clock.instant().minusSeconds(60).atOffset(ZoneOffset.UTC));

      assertThat(desk.test(BuiltIn.LAUNCH).sights())
          .containsExactly(Sight.good("passback.builtin.launch.seen", "Earn it", 2L, 30L));
      assertThat(standing(desk, BuiltIn.LAUNCH).launches()).isEqualTo(2);
      assertThat(desk.services.asked).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aCourseOfAnotherInstitutionIsNotThere(TestDatabase kind) {
    try (var desk = new BuiltInDesk(kind, BuiltInDatabaseTest::lms)) {
      var elsewhere = new SampleCourse(desk.database);
      desk.offers("/members", null);
      assertThatThrownBy(
              () -> desk.test(BuiltIn.MEMBERSHIP, desk.course.institution, elsewhere.course))
          .isInstanceOf(ProblemException.class);
      assertThatThrownBy(
              () -> desk.test(BuiltIn.MEMBERSHIP, elsewhere.institution, desk.course.course))
          .isInstanceOf(ProblemException.class);
      assertThat(desk.services.asked).isEmpty();
      assertThat(desk.courses.page(desk.course.platform, elsewhere.institution, "", null).courses())
          .isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void saysWhatIsGrantedAndHowTheLastLookWent(TestDatabase kind) {
    try (var desk = new BuiltInDesk(kind, BuiltInDatabaseTest::lms)) {
      desk.offers("/members", "/items", "lineitem", "result.readonly");
      UUID activity = desk.course.activity("RESOURCE_LINK", "Earn it");
      desk.database.execute(
          "insert into source_poll (activity_id, source, last_at, last_ok_at, next_at, calm,"
              + " failures, held_because) values (?, 'membership', ?, ?, ?, 0, 2, 'REFUSED')",
          activity,
          SampleCourse.THEN.plusHours(2),
          SampleCourse.THEN.plusHours(1),
          SampleCourse.THEN.plusHours(3));
      desk.database.execute(
          "insert into platform_trouble (platform_id, service, since, last_at, times, detail)"
              + " values (?, 'token', ?, ?, 1, 'invalid_scope')",
          desk.course.platform,
          SampleCourse.THEN,
          SampleCourse.THEN);

      Standing members = standing(desk, BuiltIn.MEMBERSHIP);
      assertThat(members.courses()).isOne();
      assertThat(members.withRoster()).isOne();
      assertThat(members.lookedAt()).isEqualTo(SampleCourse.THEN.plusHours(2).toInstant());
      assertThat(members.workedAt()).isEqualTo(SampleCourse.THEN.plusHours(1).toInstant());
      assertThat(members.failing()).isOne();
      assertThat(members.held()).isOne();
      assertThat(members.trouble()).isEqualTo("invalid_scope");
      Standing columns = standing(desk, BuiltIn.GRADEBOOK);
      assertThat(columns.scopes())
          .isEqualTo(
              Map.of(
                  BuiltInDesk.SCOPE + "lineitem", 1L, BuiltInDesk.SCOPE + "result.readonly", 1L));
      assertThat(columns.lookedAt()).isNull();
    }
  }

  private static Standing standing(BuiltInDesk desk, BuiltIn source) {
    return desk.standings.of(source, desk.course.platform, desk.course.institution);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void findsCoursesByWordsAndPageByPage(TestDatabase kind) {
    try (var desk = new BuiltInDesk(kind, BuiltInDatabaseTest::lms)) {
      IntStream.range(0, 45)
          .forEach(
              number ->
                  desk.database.execute(
                      "insert into course (id, deployment_id, context_id, title, label,"
                          + " created_at, version) values (?, ?, ?, ?, ?, ?, 1)",
                      UUID.randomUUID(),
                      desk.course.deployment,
                      "c" + number,
                      "Course of 100% " + number,
                      "LBL" + number,
                      SampleCourse.THEN.plusDays(number / 10)));
      CourseSlice first = page(desk, "", null);
      CourseSlice second = page(desk, "", first.next());
      CourseSlice third = page(desk, "", second.next());
      assertThat(first.courses()).hasSize(20);
      assertThat(third.courses()).hasSize(6);
      assertThat(third.next()).isNull();
      assertThat(
              List.of(first, second, third).stream()
                  .flatMap(each -> each.courses().stream())
                  .map(CourseSlice.Entry::id)
                  .distinct())
          .hasSize(46);

      assertThat(page(desk, "course LBL44", null).courses())
          .extracting(CourseSlice.Entry::name)
          .containsExactly("Course of 100% 44");
      assertThat(page(desk, "logic", null).courses())
          .extracting(CourseSlice.Entry::id)
          .containsExactly(desk.course.course);
      assertThat(page(desk, "no such", null).courses()).isEmpty();
    }
  }

  private static CourseSlice page(BuiltInDesk desk, String words, @Nullable UUID after) {
    return desk.courses.page(desk.course.platform, desk.course.institution, words, after);
  }
}
