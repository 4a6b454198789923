package org.badgebridge.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OtherNamesDatabaseTest {

  private static final Map<String, String> SAID =
      Map.of("canvas_user_id", "48", "canvas_course_id", "9");

  private static OtherNames names(OpenDatabase database, boolean canvas) {
    return new OtherNames(new Sql(database.dataSource()), id -> canvas, new MovableClock());
  }

  private static long count(OpenDatabase database, String table, String alias) {
    return database.count("select count(*) from " + table + " where alias = ?", alias);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void keepsWhatCanvasSaysAndFollowsAChange(TestDatabase kind) {
    try (var database = kind.open()) {
      var sample = new SampleCourse(database);
      UUID ada = sample.learner("Ada");
      var names = names(database, true);
      names.saw(sample.platform, sample.course, ada, SAID);
      names.saw(sample.platform, sample.course, ada, SAID);
      assertThat(count(database, "lms_user_alias", "canvas:48")).isOne();
      assertThat(count(database, "course_alias", "canvas:9")).isOne();
      names.saw(sample.platform, sample.course, ada, Map.of("canvas_user_id", "49"));
      assertThat(count(database, "lms_user_alias", "canvas:48")).isZero();
      assertThat(count(database, "lms_user_alias", "canvas:49")).isOne();
      assertThat(count(database, "course_alias", "canvas:9")).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void believesNoOtherPlatformAndNothingThatIsNoNumber(TestDatabase kind) {
    try (var database = kind.open()) {
      var sample = new SampleCourse(database);
      UUID ada = sample.learner("Ada");
      names(database, false).saw(sample.platform, sample.course, ada, SAID);
      names(database, true)
          .saw(sample.platform, sample.course, ada, Map.of("canvas_user_id", "$Canvas.user.id"));
      assertThat(database.count("select count(*) from lms_user_alias")).isZero();
      assertThat(database.count("select count(*) from course_alias")).isZero();
    }
  }
}
