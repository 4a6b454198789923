package org.badgebridge.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.badgebridge.database.Sql;
import org.badgebridge.insight.figures.Count;
import org.badgebridge.insight.figures.CountAwards;
import org.badgebridge.insight.figures.Figures;
import org.badgebridge.insight.figures.Filter;
import org.badgebridge.insight.figures.Group;
import org.badgebridge.insight.figures.Insights;
import org.badgebridge.insight.figures.Measure;
import org.badgebridge.insight.figures.Overview;
import org.badgebridge.insight.figures.Rate;
import org.badgebridge.insight.figures.RequestFigures;
import org.badgebridge.insight.figures.RequestMeasure;
import org.badgebridge.insight.figures.Scope;
import org.badgebridge.insight.figures.Tally;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.People;
import org.badgebridge.testing.TestDatabase;
import org.badgebridge.web.CsvSheet;
import org.badgebridge.web.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InsightDatabaseTest {

  private static final Instant MARCH = Instant.parse("2026-03-10T12:00:00Z");
  private static final Instant NOW = Instant.parse("2026-08-01T12:00:00Z");
  private static final Instant APRIL = Instant.parse("2026-04-10T12:00:00Z");

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void everyOfferStaysInTheSumWhateverBecameOfIt(TestDatabase kind) {
    try (var database = kind.open()) {
      AwardRows rows = new AwardRows(database);
      UUID badge = rows.badgeClass("Academic writing");
      rows.award(badge, "OFFERED", MARCH, false);
      rows.award(badge, "CLAIMED", MARCH, false);
      rows.award(badge, "CLAIMED", APRIL, false);
      rows.award(badge, "REVOKED", MARCH, false);
      rows.award(badge, "DECLINED", MARCH, false);
      rows.award(badge, "EXPIRED", MARCH, false);
      rows.award(badge, "WITHDRAWN", MARCH, false);
      rows.award(badge, "CLAIMED", MARCH, true); // a test user's
      rows.award(badge, "PROPOSED", null, false);
      rows.award(badge, "REJECTED", null, false);

      Figures figures = total(database, Filter.all(rows.institution)).figures();

      assertThat(Measure.counts())
          .extracting(each -> each.count(figures))
          .containsExactly(7L, 3L, 3L, 1L, 1L, 1L, 1L, 1L, 0L);
      assertThat(figures.of(Count.MET)).isEqualTo(9);
      assertThat(Measure.CLAIM_RATE.rate(figures)).isEqualTo(new Rate(3, 3));
      assertThat(Measure.PUBLIC_RATE.rate(figures)).isEqualTo(new Rate(0, 2));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void countsWithTheDayOfTheOffer(TestDatabase kind) {
    try (var database = kind.open()) {
      AwardRows rows = new AwardRows(database);
      UUID badge = rows.badgeClass("Academic writing");
      rows.award(badge, "CLAIMED", MARCH, false);
      rows.award(badge, "OFFERED", APRIL, false);

      LocalDate day = LocalDate.parse("2026-03-10");
      Group march = total(database, Filter.all(rows.institution).during(day, day));

      assertThat(march.figures().of(Count.OFFERED)).isEqualTo(1);
      assertThat(march.figures().of(Count.CLAIMED)).isEqualTo(1);
      assertThat(march.hidden()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void keepsUnseenByFilterWhatTheTableKeepsUnseen(TestDatabase kind) {
    try (var database = kind.open()) {
      AwardRows rows = new AwardRows(database);
      UUID few = rows.badgeClass("Few");
      UUID some = rows.badgeClass("Some");
      UUID many = rows.badgeClass("Many");
      IntStream.range(0, 2).forEach(each -> rows.award(few, "CLAIMED", MARCH, false));
      IntStream.range(0, 6).forEach(each -> rows.award(some, "CLAIMED", MARCH, false));
      IntStream.range(0, 9).forEach(each -> rows.award(many, "CLAIMED", MARCH, false));
      Filter all = Filter.all(rows.institution);

      Overview together = ask(database, insights -> insights.of(all));
      assertThat(together.total().hidden()).isFalse();
      assertThat(together.classes().stream().filter(Group::hidden).map(Group::name))
          .containsExactly("Few", "Some");
      assertThat(total(database, all.of(few)).hidden()).isTrue();
      assertThat(total(database, all.of(some)).hidden()).isTrue();
      assertThat(total(database, all.of(many)).hidden()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void listsBadgeClassesByNameAndKeepsThoseWithoutOffers(TestDatabase kind) {
    try (var database = kind.open()) {
      AwardRows rows = new AwardRows(database);
      rows.badgeClass("B");
      rows.badgeClass("A");
      rows.badgeClass("C");
      rows.badgeClass("B");

      List<Group> classes =
          ask(database, insights -> insights.of(Filter.all(rows.institution)).classes());

      assertThat(classes).extracting(Group::name).containsExactly("A", "B", "B", "C");
      assertThat(classes).allMatch(Group::none);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void showsOnlyWhatTheReaderMaySee(TestDatabase kind) {
    try (var database = kind.open()) {
      AwardRows rows = new AwardRows(database);
      UUID own = rows.badgeClass("Own");
      UUID other = rows.badgeClass("Other");
      for (int i = 0; i < 6; i++) {
        rows.award(own, "OFFERED", MARCH, false);
        rows.award(other, "CLAIMED", MARCH, false);
      }
      Filter all = Filter.all(rows.institution);

      assertThat(seen(database, all, new Scope(false, Set.of(), Set.of(), Set.of(own))))
          .containsExactly("Own", "6");
      assertThat(seen(database, all, new Scope(false, Set.of(), Set.of(rows.issuer), Set.of())))
          .containsExactly("Other", "Own", "12");
      assertThat(seen(database, all, new Scope(false, Set.of(), Set.of(), Set.of())))
          .containsExactly("0");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void listsWhatLiesUnclaimedTheLongestWaitingFirst(TestDatabase kind) {
    try (var database = kind.open()) {
      AwardRows rows = new AwardRows(database);
      UUID badge = rows.badgeClass("Academic writing");
      rows.award(badge, "OFFERED", APRIL, false);
      rows.award(badge, "OFFERED", MARCH, false);
      rows.award(badge, "OFFERED", MARCH, false);
      rows.award(badge, "CLAIMED", MARCH, false);
      rows.award(badge, "OFFERED", MARCH, true);
      UnclaimedAwards unclaimed = unclaimed(database);

      List<UnclaimedAward> first = unclaimed.list(rows.institution, null, null, null, 2);
      List<UnclaimedAward> second =
          unclaimed.list(rows.institution, badge, Obstacle.UNSEEN, first.get(1).id(), 2);

      assertThat(first).extracting(UnclaimedAward::offeredAt).containsExactly(MARCH, MARCH);
      assertThat(second).extracting(UnclaimedAward::offeredAt).containsExactly(APRIL);
      assertThat(second.get(0).learner()).isEqualTo("=HYPERLINK()");
      assertThat(second.get(0).obstacle()).isEqualTo(Obstacle.UNSEEN);
      assertThat(unclaimed.list(rows.institution, null, Obstacle.TOLD, null, 2)).isEmpty();
      assertThat(unclaimed.badgeClasses(rows.institution)).containsValue("Academic writing (3)");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void exportsNoFormulaAndNoSmallGroup(TestDatabase kind) {
    try (var database = kind.open()) {
      AwardRows rows = new AwardRows(database);
      rows.award(rows.badgeClass("=Academic writing"), "OFFERED", MARCH, false);
      ByteArrayOutputStream rates = new ByteArrayOutputStream();
      ByteArrayOutputStream open = new ByteArrayOutputStream();

      ask(
          database,
          insights -> {
            Sheets sheets = new Sheets(insights, unclaimed(database), new Words());
            sheets.figures(Filter.all(rows.institution), Locale.ENGLISH, csv(rates));
            sheets.unclaimed(rows.institution, null, null, Locale.ENGLISH, csv(open));
            return "";
          });

      assertThat(rates.toString(StandardCharsets.UTF_8))
          .contains("\r\n'=Academic writing,Hogeschool Voorbeeld,too few to show\r\n")
          .contains(
              Measure.CLAIM_RATE.definition(new Words(), Locale.ENGLISH).replace("\"", "\"\""));
      assertThat(open.toString(StandardCharsets.UTF_8)).contains(",'=HYPERLINK(),");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void countsRequestsByTheDayOnWhichTheyWereMadeAndHidesFew(TestDatabase kind) {
    try (var database = kind.open()) {
      AwardRows rows = new AwardRows(database);
      UUID badge = rows.badgeClass("Asked for");
      for (int i = 0; i < 4; i++) {
        rows.request(badge, "OPEN", MARCH);
      }
      RequestFigures few = requests(database, Filter.all(rows.institution));
      assertThat(few.hidden()).isTrue();

      rows.request(badge, "APPROVED", MARCH);
      rows.request(badge, "DENIED", MARCH.plus(Duration.ofDays(40)));
      Filter all = Filter.all(rows.institution);
      RequestFigures asked = requests(database, all);
      assertThat(asked.hidden()).isFalse();
      assertThat(asked.of(RequestMeasure.ASKED)).isEqualTo(6);
      assertThat(asked.of(RequestMeasure.WAITING)).isEqualTo(4);
      assertThat(asked.of(RequestMeasure.APPROVED)).isOne();
      assertThat(asked.of(RequestMeasure.DENIED)).isOne();
      LocalDate march = LocalDate.ofInstant(MARCH, ZoneOffset.UTC);
      assertThat(requests(database, all.during(march, march)).of(RequestMeasure.ASKED))
          .isEqualTo(5);
      assertThat(requests(database, all.of(rows.badgeClass("Other"))).none()).isTrue();
    }
  }

  private static RequestFigures requests(OpenDatabase database, Filter filter) {
    return ask(database, insights -> insights.of(filter).requests());
  }

  private interface Question<T> {
    T to(Insights insights) throws IOException;
  }

  private static <T> T ask(OpenDatabase database, Question<T> question) {
    return database.compute(
        em -> {
          Sql sql = new Sql(JoinedDataSource.of(em));
          Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
          try {
            return question.to(
                new Insights(sql, new Tally(sql, new CountAwards(sql, clock), clock), clock));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static Group total(OpenDatabase database, Filter filter) {
    return ask(database, insights -> insights.of(filter).total());
  }

  private static List<String> seen(OpenDatabase database, Filter all, Scope scope) {
    Filter filter =
        new Filter(all.institutionId(), scope, null, null, null, null, null, null, null);
    Overview overview = ask(database, insights -> insights.of(filter));
    List<String> seen = new ArrayList<>();
    overview.classes().forEach(each -> seen.add(each.name()));
    seen.add(String.valueOf(overview.total().figures().of(Count.OFFERED)));
    return seen;
  }

  private static Sheets.Opening csv(ByteArrayOutputStream out) {
    return (title, headings) ->
        new CsvSheet(new OutputStreamWriter(out, StandardCharsets.UTF_8), headings);
  }

  private static UnclaimedAwards unclaimed(OpenDatabase database) {
    return new UnclaimedAwards(
        new Sql(database.dataSource()),
        People.users(new Sql(database.dataSource()), Clock.systemUTC()));
  }
}
