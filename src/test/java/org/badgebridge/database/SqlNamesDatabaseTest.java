package org.badgebridge.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names are looked up one by one, however many rows share what stands before them in the index. */
class SqlNamesDatabaseTest {

  private static final String FIND =
      "select b.name from "
          + Sql.NAMES
          + " join book b on b.name = k.name and b.shelf = ? order by b.name";
  private static final Pattern READ = Pattern.compile("scanCount: (\\d+)");

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void findsThoseThatAreThere(TestDatabase kind) {
    try (var database = kind.open()) {
      Sql sql = library(database);
      assertThat(find(sql, List.of("b7", "b4999", "nothing", "it's \"quoted\", {and} braced")))
          .containsExactly("b4999", "b7");
      assertThat(find(sql, List.of())).isEmpty();
    }
  }

  @Test
  void readsNoMoreOfAnH2ThanItFinds() {
    try (var database = TestDatabase.H2.open()) {
      String plan =
          library(database)
              .first(
                  "explain analyze " + FIND,
                  row -> row.text("plan"),
                  Sql.names(List.of("b7", "b8", "nothing")),
                  "law")
              .orElseThrow();
      assertThat(READ.matcher(plan).results().map(MatchResult::group).toList()).isNotEmpty();
      assertThat(READ.matcher(plan).results().mapToInt(each -> Integer.parseInt(each.group(1))))
          .as(plan)
          .allMatch(rows -> rows < 20);
    }
  }

  private static List<String> find(Sql sql, List<String> names) {
    return sql.list(FIND, row -> row.text("name"), Sql.names(names), "law");
  }

  private static Sql library(OpenDatabase database) {
    Sql sql = new Sql(database.dataSource());
    sql.update(
        "create table book (shelf varchar(20), name varchar(20), primary key (shelf, name))");
    List<@Nullable Object[]> books = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      books.add(Sql.row("law", "b" + i));
    }
    books.add(Sql.row("art", "b7"));
    sql.updateAll("insert into book (shelf, name) values (?, ?)", books);
    return sql;
  }
}
