package org.badgebridge.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
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

  @Test
  void makesPlansAnewOnceTheyAreOld() throws Exception {
    var now = new AtomicLong();
    try (Connection connection = open(now::get);
        Statement statement = connection.createStatement()) {
      statement.execute("create table pupil (id int primary key, class int)");
      statement.execute("create index pupil_class on pupil (class)");
      assertThat(rowsReadToFindOne(connection)).isZero();
      statement.execute("insert into pupil select x, 1 from system_range(1, 1000)");
      statement.execute("analyze");

      now.set(DurableConnection.KEPT.toNanos());
      assertThat(rowsReadToFindOne(connection)).isEqualTo(1000);
      now.incrementAndGet();
      assertThat(rowsReadToFindOne(connection)).isEqualTo(1);
    }
  }

  private static int rowsReadToFindOne(Connection connection) throws SQLException {
    try (Statement counter = connection.createStatement();
        PreparedStatement one =
            connection.prepareStatement(
                "select id from pupil where class = 1 and id = 5 and set(@read, @read + 1) > 0")) {
      counter.executeQuery("select set(@read, 0)").close();
      one.executeQuery().close();
      try (ResultSet read = counter.executeQuery("select @read")) {
        read.next();
        return read.getInt(1);
      }
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
    return open(System::nanoTime);
  }

  private Connection open(LongSupplier nanoseconds) throws SQLException {
    String url = "jdbc:h2:" + folder.resolve("live") + LAZY;
    return new DurableConnection(url, new Properties(), "sa", "sa", nanoseconds);
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
