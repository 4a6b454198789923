package org.badgebridge.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.badgebridge.database.Sql;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.People;
import org.badgebridge.testing.TestDatabase;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InsightDatabaseTest {

  private static final Instant MARCH = Instant.parse("2026-03-10T12:00:00Z");
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

      Figures figures = figures(database, Cohort.of(rows.institution, null, null));

      assertThat(figures).isEqualTo(new Figures(7, 3, 1, 1, 1, 1, 1, 0));
      assertThat(figures.claimRate()).isEqualTo(new Rate(3, 7));
      assertThat(figures.publicRate()).isEqualTo(new Rate(0, 2));
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

      Figures march = figures(database, Cohort.of(rows.institution, "2026-03-10", "2026-03-10"));

      assertThat(march.offered()).isEqualTo(1);
      assertThat(march.claimed()).isEqualTo(1);
      assertThat(march.small()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void pagesBadgeClassesByNameAndKeepsThoseWithoutOffers(TestDatabase kind) {
    try (var database = kind.open()) {
      AwardRows rows = new AwardRows(database);
      rows.badgeClass("B");
      rows.badgeClass("A");
      rows.badgeClass("C");
      rows.badgeClass("B");
      ClaimRates rates = new ClaimRates(new Sql(database.dataSource()));
      Cohort cohort = Cohort.of(rows.institution, null, null);

      List<String> names = new ArrayList<>();
      UUID after = null;
      List<ClassFigures> page = rates.byClass(cohort, after, 1);
      while (!page.isEmpty()) {
        names.add(page.get(0).name());
        page = rates.byClass(cohort, page.get(0).badgeClassId(), 1);
      }

      assertThat(names).containsExactly("A", "B", "B", "C");
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

      List<UnclaimedAward> first = unclaimed.list(rows.institution, null, null, 2);
      List<UnclaimedAward> second = unclaimed.list(rows.institution, badge, first.get(1).id(), 2);

      assertThat(first).extracting(UnclaimedAward::offeredAt).containsExactly(MARCH, MARCH);
      assertThat(second).extracting(UnclaimedAward::offeredAt).containsExactly(APRIL);
      assertThat(second.get(0).learner()).isEqualTo("=HYPERLINK()");
      assertThat(second.get(0).obstacle()).isEqualTo("unseen");
      assertThat(unclaimed.badgeClasses(rows.institution)).containsValue("Academic writing (3)");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void exportsNoFormulaAndNoSmallGroup(TestDatabase kind) throws IOException {
    try (var database = kind.open()) {
      AwardRows rows = new AwardRows(database);
      rows.award(rows.badgeClass("Academic writing"), "OFFERED", MARCH, false);
      Sheets sheets =
          new Sheets(
              new ClaimRates(new Sql(database.dataSource())), unclaimed(database), new Words());
      ByteArrayOutputStream rates = new ByteArrayOutputStream();
      ByteArrayOutputStream open = new ByteArrayOutputStream();

      sheets.rates(Cohort.of(rows.institution, null, null), Locale.ENGLISH, rates);
      sheets.unclaimed(rows.institution, null, Locale.ENGLISH, open);

      assertThat(rates.toString(StandardCharsets.UTF_8))
          .endsWith("Academic writing,Hogeschool Voorbeeld,fewer than 5\r\n");
      assertThat(open.toString(StandardCharsets.UTF_8)).contains(",'=HYPERLINK(),");
    }
  }

  private static Figures figures(OpenDatabase database, Cohort cohort) {
    ClaimRates rates = new ClaimRates(new Sql(database.dataSource()));
    Figures total = rates.total(cohort);
    @Nullable UUID first = null;
    assertThat(rates.byClass(cohort, first, 10))
        .extracting(ClassFigures::figures)
        .containsExactly(total);
    return total;
  }

  private static UnclaimedAwards unclaimed(OpenDatabase database) {
    return new UnclaimedAwards(
        new Sql(database.dataSource()),
        People.users(new Sql(database.dataSource()), Clock.systemUTC()));
  }
}
