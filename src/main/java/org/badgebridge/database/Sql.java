package org.badgebridge.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
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

  /**
   * One parameter, a {@link #names array of names}, as the table {@code k} with the column {@code
   * name}, to be joined. Where an index begins with other columns, H2 reads all rows that these
   * name for each {@code in (…)}; this way it looks up name by name, and the text of the statement
   * is the same however many there are.
   */
  public static final String NAMES = "unnest(cast(? as varchar array)) k(name)";

  private static final String UNIQUE_VIOLATION = "23505";
  private static final int BATCH = 500;

  private final DataSource dataSource;
  private final @Nullable TransactionSynchronizationRegistry transactions;
  private volatile @Nullable Boolean postgres;

  @Inject
  public Sql(DataSource dataSource, TransactionSynchronizationRegistry transactions) {
    this.dataSource = dataSource;
    this.transactions = transactions;
  }

  /** Outside a server: each statement takes a connection of its own from the data source. */
  public Sql(DataSource dataSource) {
    this.dataSource = dataSource;
    this.transactions = null;
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

  /** One set of parameters for {@link #updateAll}. */
  public static @Nullable Object[] row(@Nullable Object... parameters) {
    return parameters;
  }

  /** The parameter for {@link #NAMES}. */
  public static Object names(Collection<String> names) {
    return names.toArray(new String[0]);
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
      known =
          on(
              connection -> "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName()),
              e -> new DatabaseFailure("product name", e));
      postgres = known;
    }
    return known;
  }

  /**
   * Does something on the connection of the caller's transaction, or on one of its own outside of
   * any. All that one transaction does here shares one handle, because the server's way to the next
   * handle on the same connection costs more than a short query.
   *
   * @param work must not close the connection
   * @param failure what to throw when the database refuses
   */
  public <T extends @Nullable Object> T on(
      Work<Connection, T> work, Function<SQLException, RuntimeException> failure) {
    try {
      Connection shared = shared();
      if (shared != null) {
        return work.with(shared);
      }
      try (Connection own = dataSource.getConnection()) {
        return work.with(own);
      }
    } catch (SQLException e) {
      throw failure.apply(e);
    }
  }

  private @Nullable Connection shared() throws SQLException {
    TransactionSynchronizationRegistry here = transactions;
    if (here == null || here.getTransactionStatus() != Status.STATUS_ACTIVE) {
      return null;
    }
    if (here.getResource(this) instanceof Connection open) {
      return open;
    }
    Connection fresh = dataSource.getConnection();
    here.registerInterposedSynchronization(new Closing(fresh));
    here.putResource(this, fresh);
    return fresh;
  }

  private <T> T with(String sql, Work<PreparedStatement, T> work) {
    return on(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.with(statement);
          }
        },
        e -> new DatabaseFailure(sql, e));
  }

  /** What is done on a connection or a statement. */
  public interface Work<C, T extends @Nullable Object> {
    T with(C open) throws SQLException;
  }

  /** Gives a handle back when its transaction is over, however it ended. */
  private record Closing(Connection handle) implements Synchronization {

    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
      try {
        handle.close();
      } catch (SQLException e) {
        System.getLogger(Sql.class.getName()).log(System.Logger.Level.WARNING, "not given back", e);
      }
    }
  }
}
