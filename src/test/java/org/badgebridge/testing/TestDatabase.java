package org.badgebridge.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.badgebridge.BadgeDataSource;
import org.badgebridge.Migration;

/**
 * The two databases every persistence test runs on. Each {@link #open} gives a database of its own
 * with the current schema, copied from one that was migrated, and gone when it is closed;
 * PostgreSQL is started once per JVM from embedded binaries.
 */
public enum TestDatabase {
  H2 {
    @Override
    BadgeDataSource create(String name) throws SQLException {
      BadgeDataSource fresh = memory(name);
      run(fresh, Schema.SCRIPT); // all its statements at once
      return fresh;
    }

    @Override
    void drop(String name) throws SQLException {
      run(memory(name), "shutdown");
    }
  },
  POSTGRESQL {
    @Override
    BadgeDataSource create(String name) throws SQLException {
      run(postgres("postgres"), "create database " + name + " template " + Postgres.MIGRATED);
      return postgres(name);
    }

    @Override
    void drop(String name) throws SQLException {
      run(postgres("postgres"), "drop database " + name + " with (force)");
    }
  };

  private static final AtomicInteger NUMBER = new AtomicInteger();

  abstract BadgeDataSource create(String name) throws SQLException;

  abstract void drop(String name) throws SQLException;

  /** A new database with the current schema; close it after the test. */
  public OpenDatabase open() {
    String name = "test" + NUMBER.incrementAndGet();
    try {
      return new OpenDatabase(create(name), () -> drop(name));
    } catch (SQLException e) {
      throw new IllegalStateException("no test database " + this, e);
    }
  }

  private static void run(BadgeDataSource dataSource, String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static BadgeDataSource memory(String name) {
    return dataSource("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa");
  }

  private static BadgeDataSource postgres(String name) {
    return dataSource(Postgres.SERVER.getJdbcUrl("postgres", name), "postgres");
  }

  private static BadgeDataSource dataSource(String url, String user) {
    BadgeDataSource dataSource = new BadgeDataSource();
    dataSource.setUrl(url);
    dataSource.setUser(user);
    dataSource.setPassword(user);
    return dataSource;
  }

  /** What makes a migrated H2 database out of an empty one, written down at the first use. */
  private static final class Schema {

    static final String SCRIPT = written();

    private static String written() {
      BadgeDataSource model = memory("model");
      try {
        Migration.migrate(model);
        StringBuilder script = new StringBuilder();
        try (Connection connection = model.getConnection();
            Statement statement = connection.createStatement();
            ResultSet lines = statement.executeQuery("script")) {
          while (lines.next()) {
            script.append(lines.getString(1)).append('\n');
          }
        }
        run(model, "shutdown");
        return script.toString();
      } catch (SQLException e) {
        throw new IllegalStateException("H2 was not migrated", e);
      }
    }
  }

  /** Started at the first use, ended with the JVM. */
  private static final class Postgres {

    /** The database that all others are copied from. */
    static final String MIGRATED = "migrated";

    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("max_connections", "200")
                .start();
        run(
            dataSource(server.getJdbcUrl("postgres", "postgres"), "postgres"),
            "create database " + MIGRATED);
        Migration.migrate(dataSource(server.getJdbcUrl("postgres", MIGRATED), "postgres"));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException("the embedded PostgreSQL did not start", e);
      } catch (SQLException e) {
        throw new IllegalStateException("PostgreSQL was not migrated", e);
      }
    }
  }
}
