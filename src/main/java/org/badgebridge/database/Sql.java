package org.badgebridge.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Statements with question marks, for tables that are read on hot paths, written in batches, or
 * fought over by several writers. On the server the connection joins the caller's transaction;
 * flush JPA first when a statement reads what JPA wrote.
 *
 * <p>Parameters may be null, a {@link Instant}, an enum (stored by name) or what JDBC knows.
 */
@ApplicationScoped
public class Sql {

  private static final String UNIQUE_VIOLATION = "23505";
  private static final int BATCH = 500;

  private final DataSource dataSource;
  private volatile @Nullable Boolean postgres;

  @Inject
  public Sql(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** All rows. */
  public <T> List<T> list(String sql, Function<Row, T> reader, @Nullable Object... parameters) {
    return with(
        sql,
        statement -> {
          bind(statement, parameters);
          List<T> found = new ArrayList<>();
          try (ResultSet rows = statement.executeQuery()) {
            Row row = new Row(rows);
            while (rows.next()) {
              found.add(reader.apply(row));
            }
          }
          return found;
        });
  }

  /** The first row, if there is one. */
  public <T> Optional<T> first(
      String sql, Function<Row, T> reader, @Nullable Object... parameters) {
    return list(sql, reader, parameters).stream().findFirst();
  }

  /**
   * Changes rows.
   *
   * @return how many
   */
  public int update(String sql, @Nullable Object... parameters) {
    return with(
        sql,
        statement -> {
          bind(statement, parameters);
          return statement.executeUpdate();
        });
  }

  /** Changes rows once for each set of parameters. */
  public void updateAll(String sql, List<@Nullable Object[]> all) {
    with(sql, statement -> batch(statement, all));
  }

  /**
   * Inserts a row unless one with the same key is there, also when other writers do so at the same
   * moment; the transaction goes on in both cases.
   *
   * @param sql a plain {@code insert into … values (…)}
   * @return whether this call inserted it
   */
  public boolean insertOnce(String sql, @Nullable Object... parameters) {
    return with(
        onceOnly(sql),
        statement -> {
          bind(statement, parameters);
          return inserted(statement);
        });
  }

  /** As {@link #insertOnce}, for each set of parameters. */
  public void insertAllOnce(String sql, List<@Nullable Object[]> all) {
    if (isPostgres()) {
      updateAll(onceOnly(sql), all);
      return;
    }
    with(
        sql,
        statement -> {
          int count = 0;
          for (@Nullable Object[] parameters : all) {
            bind(statement, parameters);
            count += inserted(statement) ? 1 : 0;
          }
          return count;
        });
  }

  /** {@code ?, ?, ?} for an {@code in} list. */
  public static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }

  private String onceOnly(String sql) {
    return isPostgres() ? sql + " on conflict do nothing" : sql;
  }

  /** H2 undoes only the statement that violates a key; PostgreSQL would end the transaction. */
  private static boolean inserted(PreparedStatement statement) throws SQLException {
    try {
      return statement.executeUpdate() == 1;
    } catch (SQLException e) {
      if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  private static int batch(PreparedStatement statement, List<@Nullable Object[]> all)
      throws SQLException {
    int waiting = 0;
    for (@Nullable Object[] parameters : all) {
      bind(statement, parameters);
      statement.addBatch();
      waiting++;
      if (waiting == BATCH) {
        statement.executeBatch();
        waiting = 0;
      }
    }
    if (waiting > 0) {
      statement.executeBatch();
    }
    return all.size();
  }

  private static void bind(PreparedStatement statement, @Nullable Object... parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      Object value = parameters[i];
      if (value instanceof Instant instant) {
        value = instant.atOffset(ZoneOffset.UTC);
      } else if (value instanceof Enum<?> constant) {
        value = constant.name();
      }
      statement.setObject(i + 1, value);
    }
  }

  private boolean isPostgres() {
    Boolean known = postgres;
    if (known == null) {
      try (Connection connection = dataSource.getConnection()) {
        known = "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
      } catch (SQLException e) {
        throw new DatabaseFailure("product name", e);
      }
      postgres = known;
    }
    return known;
  }

  private <T> T with(String sql, Work<T> work) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      return work.with(statement);
    } catch (SQLException e) {
      throw new DatabaseFailure(sql, e);
    }
  }

  private interface Work<T> {
    T with(PreparedStatement statement) throws SQLException;
  }
}
