package org.badgebridge.award.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.award.AwardState;
import org.badgebridge.award.Provenance.Origin;
import org.badgebridge.database.Sql;
import org.badgebridge.staff.Place;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AwardBookDatabaseTest {

  private static final AwardQuery ALL = new AwardQuery(null, Set.of(), Set.of(), "");

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void pagesEveryAwardOnceTheLatestFirst(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      UUID badge = course.badgeClass();
      List<UUID> expected = new ArrayList<>();
      for (int i = 0; i < 7; i++) {
        // pairs of the same moment
        expected.add(0, award(database, course, badge, "L" + i, "OFFERED", "RULE", i / 2));
      }
      AwardBook book = new AwardBook(new Sql(database.dataSource()));
      List<UUID> all = new ArrayList<>();
      UUID after = null;
      do {
        AwardBook.Slice page = book.page(Place.institution(course.institution), ALL, after, 2);
        page.awards().forEach(each -> all.add(each.id()));
        after = page.next();
      } while (after != null);

      assertThat(all).containsExactlyInAnyOrderElementsOf(expected).doesNotHaveDuplicates();
      assertThat(all.get(0)).isEqualTo(expected.get(0));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void findsByStateOriginBadgeClassPlaceAndWords(TestDatabase kind) {
    try (var database = kind.open()) {
      var course = new SampleCourse(database);
      var other = new SampleCourse(database);
      UUID badge = course.badgeClass();
      UUID second = course.badgeClass();
      award(database, course, badge, "Ada Lovelace", "OFFERED", "RULE", 0);
      award(database, course, badge, "Bob", "WITHDRAWN", "CSV", 1);
      award(database, course, second, "Ada Byron", "CLAIMED", "API", 2);
      award(database, other, other.badgeClass(), "Ada Elsewhere", "OFFERED", "RULE", 3);
      Place whole = Place.institution(course.institution);

      assertThat(learners(database, whole, ALL))
          .containsExactly("Ada Byron", "Bob", "Ada Lovelace");
      assertThat(
              learners(
                  database,
                  whole,
                  new AwardQuery(
                      null, Set.of(AwardState.WITHDRAWN, AwardState.CLAIMED), Set.of(), "")))
          .containsExactly("Ada Byron", "Bob");
      assertThat(learners(database, whole, new AwardQuery(null, Set.of(), Set.of(Origin.CSV), "")))
          .containsExactly("Bob");
      assertThat(learners(database, whole, new AwardQuery(badge, Set.of(), Set.of(), "ADA")))
          .containsExactly("Ada Lovelace");
      Place issuer = new Place(course.institution, null, course.issuer, null);
      assertThat(learners(database, issuer, ALL)).hasSize(3);
      assertThat(learners(database, issuer.badgeClass(second), ALL)).containsExactly("Ada Byron");
      Place elsewhere = new Place(course.institution, null, other.issuer, null);
      assertThat(learners(database, elsewhere, ALL)).isEmpty();
    }
  }

  private static List<String> learners(OpenDatabase database, Place place, AwardQuery query) {
    return new AwardBook(new Sql(database.dataSource()))
        .page(place, query, null, 50).awards().stream().map(AwardLine::learner).toList();
  }

  private static UUID award(
      OpenDatabase database,
      SampleCourse course,
      UUID badge,
      String learner,
      String state,
      String origin,
      int minutes) {
    UUID id = UUID.randomUUID();
    OffsetDateTime at = SampleCourse.THEN.plusMinutes(minutes);
    database.execute(
        "insert into direct_award (id, institution_id, badge_class_id, lms_user_id, edition, state,"
            + " sandbox, origin, reason, rule_met_at, offered_at, claimed_at, ended_at, created_at,"
            + " version) values (?, ?, ?, ?, 1, ?, false, ?, '{}', ?, ?, ?, ?, ?, 1)",
        id,
        course.institution,
        badge,
        course.learner(learner),
        state,
        origin,
        at,
        at,
        state.equals("CLAIMED") ? at : null,
        state.equals("WITHDRAWN") ? at : null,
        at);
    return id;
  }
}
