package org.badgebridge.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.badgebridge.BadgeDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a copy of the file shows is what a killed process would have left. */
class DurableConnectionTest {

  /** H2 would write at last after an hour: only our own writing can be seen. */
  private static final String LAZY = ";WRITE_DELAY=3600000";

  private final Path folder;

  DurableConnectionTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void leavesInTheFileWhatItCommitted() throws Exception {
    try (Connection connection = open()) {
      connection.setAutoCommit(false);
      insert(connection, 1);
      connection.commit();
      insert(connection, 2);
      assertThat(rowsInACopyOfTheFile()).isEqualTo(1);
    }
  }

  @Test
  void leavesThereWhatManyCommittedAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (Connection last = open()) {
      var commits =
          IntStream.range(0, 64).<Future<?>>mapToObj(i -> threads.submit(() -> add(i))).toList();
      for (Future<?> each : commits) {
        each.get();
      }
      assertThat(last.isClosed()).isFalse();
      assertThat(rowsInACopyOfTheFile()).isEqualTo(64);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void isWhatTheDataSourceGivesForAFileAndNotForMemory() throws Exception {
    BadgeDataSource dataSource = new BadgeDataSource();
    dataSource.setUser("sa");
    dataSource.setPassword("sa");
    dataSource.setUrl("jdbc:h2:" + folder.resolve("source"));
    try (Connection connection = dataSource.getConnection()) {
      assertThat(connection).isInstanceOf(DurableConnection.class);
    }
    dataSource.setUrl("jdbc:h2:mem:source");
    try (Connection connection = dataSource.getConnection()) {
      assertThat(connection).isNotInstanceOf(DurableConnection.class);
    }
  }

  private Void add(int number) throws SQLException {
    try (Connection connection = open()) {
      connection.setAutoCommit(false);
      insert(connection, number);
      connection.commit();
    }
    return null;
  }

  private Connection open() throws SQLException {
    return new DurableConnection(
        "jdbc:h2:" + folder.resolve("live") + LAZY, new Properties(), "sa", "sa");
  }

  private static void insert(Connection connection, int number) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create table if not exists entry (number int)");
      statement.execute("insert into entry values (" + number + ")");
    }
  }

  private int rowsInACopyOfTheFile() throws Exception {
    Path copy = folder.resolve("copy.mv.db");
    Files.copy(folder.resolve("live.mv.db"), copy);
    try (Connection connection =
            new org.h2.Driver().connect("jdbc:h2:" + folder.resolve("copy"), login());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from entry")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static Properties login() {
    Properties login = new Properties();
    login.setProperty("user", "sa");
    login.setProperty("password", "sa");
    return login;
  }
}
