package org.badgebridge.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.h2.Driver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Wherever the process is killed, between two writes to the H2 file or within one, everything that
 * a commit had answered for is there when the file is opened again. H2 may use the place of what is
 * no longer needed again at once here, not only after 45 seconds as in life: releases of H2 in
 * which that costs answered commits fail this.
 */
class KilledAnywhereTest {

  private static final int COMMITS = 400;
  private static final int CUTS = 80;

  private final Path folder;
  private final Map<Integer, Integer> answeredAfter = new ConcurrentHashMap<>();
  private final Random random = new Random(1);

  KilledAnywhereTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void losesNothingThatWasAnswered(int writers) throws Exception {
    List<WrittenOps.Op> ops = written(writers, COMMITS, 0);
    for (int i = 0; i < CUTS; i++) {
      int whole = ops.size() / 10 + random.nextInt(ops.size() * 9 / 10);
      assertNothingIsLost(ops, whole, random.nextInt(65_536));
    }
  }

  /** Between slow commits old space is used again before the header tells of newer chunks. */
  @Test
  void losesNothingWhereTheHeaderWasAboutToBeWritten() throws Exception {
    List<WrittenOps.Op> ops = written(1, 80, 60);
    int[] headers =
        IntStream.range(ops.size() / 10, ops.size()).filter(i -> ops.get(i).isAt(0)).toArray();
    assertThat(headers).hasSizeGreaterThan(10);
    for (int header : headers) {
      assertNothingIsLost(ops, header, 0);
      assertNothingIsLost(ops, header, 1 + random.nextInt(8_192));
    }
  }

  private List<WrittenOps.Op> written(int writers, int commits, int pause) throws Exception {
    WrittenOps.begin();
    String url = "jdbc:h2:written:" + folder.resolve("live") + ";RETENTION_TIME=50";
    try (Connection first = new DurableConnection(url, new Properties(), "sa", "sa")) {
      try (Statement statement = first.createStatement()) {
        statement.execute("create table entry (number int primary key)");
        statement.execute("create table scratch (number int primary key, content varbinary)");
      }
      writeAll(url, writers, commits, pause);
      return WrittenOps.all();
    }
  }

  private void assertNothingIsLost(List<WrittenOps.Op> ops, int whole, int part) throws Exception {
    WrittenOps.leave(folder.resolve("left.mv.db"), ops, whole, part);
    assertThat(answeredBy(whole))
        .as("answered after %d of %d writes, and %d bytes", whole, ops.size(), part)
        .isSubsetOf(left());
  }

  private void writeAll(String url, int writers, int commits, int pause) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < writers; i++) {
        int from = i * commits;
        all.add(threads.submit(() -> write(url, from, commits / writers, pause)));
      }
      for (Future<?> each : all) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Small rows, and now and then a large one that takes the place of another, or a pause. */
  private Void write(String url, int from, int commits, int pause) throws Exception {
    Random own = new Random(from);
    try (Connection connection = new DurableConnection(url, new Properties(), "sa", "sa");
        PreparedStatement entry = connection.prepareStatement("insert into entry values (?)");
        PreparedStatement scratch =
            connection.prepareStatement("merge into scratch key (number) values (?, ?)")) {
      connection.setAutoCommit(false);
      for (int number = from; number < from + commits; number++) {
        entry.setInt(1, number);
        entry.executeUpdate();
        if (own.nextInt(4) == 0) {
          byte[] content = new byte[own.nextInt(50_000)];
          own.nextBytes(content);
          scratch.setInt(1, from + own.nextInt(10));
          scratch.setBytes(2, content);
          scratch.executeUpdate();
        }
        connection.commit();
        answeredAfter.put(number, WrittenOps.count());
        if (pause > 0 && own.nextInt(3) == 0) {
          Thread.sleep(own.nextInt(pause));
        }
      }
    }
    return null;
  }

  private Set<Integer> answeredBy(int writes) {
    Set<Integer> answered = new HashSet<>();
    answeredAfter.forEach(
        (number, after) -> {
          if (after <= writes) {
            answered.add(number);
          }
        });
    return answered;
  }

  private Set<Integer> left() throws SQLException {
    Properties login = new Properties();
    login.setProperty("user", "sa");
    login.setProperty("password", "sa");
    Set<Integer> numbers = new HashSet<>();
    try (Connection connection = new Driver().connect("jdbc:h2:" + folder.resolve("left"), login);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select number from entry")) {
      while (rows.next()) {
        numbers.add(rows.getInt(1));
      }
    }
    return numbers;
  }
}
