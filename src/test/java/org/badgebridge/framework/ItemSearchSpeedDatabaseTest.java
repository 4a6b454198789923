package org.badgebridge.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.badgebridge.framework.file.SampleFiles;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.badgebridge.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Suggestions keep up with typing in a framework of the largest size, whose words are worse than
 * real ones: each is in thousands of items.
 */
class ItemSearchSpeedDatabaseTest {

  /** Wide, because other tests run at the same time; alone it is a few milliseconds. */
  private static final long LONGEST_MILLIS = 150;

  private static final List<String> SEARCHES =
      List.of(
          "m",
          "manage",
          "manage s",
          "manage staff",
          "q",
          "staff systems advice",
          "manage zzz",
          "develop 49999",
          "c123",
          "s m d");

  private static final List<String> VERBS =
      List.of("manage", "develop", "supervise", "advise", "measure", "study", "design", "apply");
  private static final List<String> NOUNS =
      List.of("staff", "systems", "data", "music", "materials", "safety", "advice", "machines");

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void findsAmongFiftyThousand(TestDatabase kind) {
    try (OpenDatabase db = kind.open()) {
      UUID institution = new SampleCourse(db).institution;
      FrameworkDesk desk = new FrameworkDesk(db);
      long start = System.nanoTime();
      UUID upload = desk.upload(institution, table(50_000));
      long kept = System.nanoTime();
      desk.start(upload, "Large");
      desk.runAll(upload);
      System.out.printf(
          "%s: kept in %d ms, imported in %d ms%n",
          kind, (kept - start) / 1_000_000, (System.nanoTime() - kept) / 1_000_000);
      db.execute("analyze"); // as the server does by itself
      ItemSearch search = desk.search();
      for (String each : SEARCHES) {
        long median =
            db.compute(em -> median(new ItemSearch(FrameworkDesk.sql(em)), institution, each));
        System.out.printf(
            "%s: '%s' %d found, %.1f ms%n",
            kind, each, search.find(institution, each).size(), median / 1e6);
        assertThat(median / 1_000_000).as(each).isLessThan(LONGEST_MILLIS);
      }
      assertThat(search.find(institution, "develop 49999")).hasSizeLessThanOrEqualTo(1);
      assertThat(search.find(institution, "manage zzz")).isEmpty();
    }
  }

  private static long median(ItemSearch search, UUID institution, String words) {
    long[] times = new long[15];
    for (int i = 0; i < times.length; i++) {
      long start = System.nanoTime();
      search.find(institution, words);
      times[i] = System.nanoTime() - start;
    }
    Arrays.sort(times);
    return times[times.length / 2];
  }

  private static String table(int rows) {
    Random random = new Random(1);
    StringBuilder table = new StringBuilder(SampleFiles.table(0, ""));
    for (int i = 1; i <= rows; i++) {
      table.append(VERBS.get(random.nextInt(VERBS.size()))).append(' ');
      table.append(NOUNS.get(random.nextInt(NOUNS.size()))).append(" and ");
      table.append(NOUNS.get(random.nextInt(NOUNS.size()))).append(' ').append(i);
      table.append(",https://example.org/").append(i).append(",C").append(i).append(",About\n");
    }
    return table.toString();
  }
}
