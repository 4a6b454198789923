package org.badgebridge.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.badgebridge.BadgeDataSource;
import org.badgebridge.Migration;

/**
 * The two databases every persistence test runs on. Each {@link #open} gives a database of its own
 * with the current schema; PostgreSQL is started once per JVM from embedded binaries.
 */
public enum TestDatabase {
  H2 {
    @Override
    BadgeDataSource create() {
      return dataSource("jdbc:h2:mem:test" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1", "sa");
    }
  },
  POSTGRESQL {
    @Override
    BadgeDataSource create() throws SQLException {
      String name = "test" + NUMBER.incrementAndGet();
      try (Connection connection = Postgres.SERVER.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create database " + name);
      }
      return dataSource(Postgres.SERVER.getJdbcUrl("postgres", name), "postgres");
    }
  };

  private static final AtomicInteger NUMBER = new AtomicInteger();

  abstract BadgeDataSource create() throws SQLException;

  /** A new database with the current schema; close it after the test. */
  public OpenDatabase open() {
    try {
      BadgeDataSource dataSource = create();
      Migration.migrate(dataSource);
      return new OpenDatabase(dataSource);
    } catch (SQLException e) {
      throw new IllegalStateException("no test database " + this, e);
    }
  }

  private static BadgeDataSource dataSource(String url, String user) {
    BadgeDataSource dataSource = new BadgeDataSource();
    dataSource.setUrl(url);
    dataSource.setUser(user);
    dataSource.setPassword(user);
    return dataSource;
  }

  /** Started at the first use, ended with the JVM. */
  private static final class Postgres {

    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setServerConfig("max_connections", "200")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException("the embedded PostgreSQL did not start", e);
      }
    }
  }
}
