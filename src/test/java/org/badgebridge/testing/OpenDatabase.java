package org.badgebridge.testing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One test's database: JPA with hand-made transactions, and JDBC. */
public final class OpenDatabase implements AutoCloseable {

  private final DataSource dataSource;
  private final Dropping dropping;
  private @Nullable EntityManagerFactory factory;

  OpenDatabase(DataSource dataSource, Dropping dropping) {
    this.dataSource = dataSource;
    this.dropping = dropping;
  }

  /** What is left to do when nobody needs the database any more. */
  interface Dropping {
    void run() throws SQLException;
  }

  public DataSource dataSource() {
    return dataSource;
  }

  /** Runs work in one transaction; a failure rolls it back and is thrown on. */
  public void transaction(Consumer<EntityManager> work) {
    compute(
        entityManager -> {
          work.accept(entityManager);
          return null;
        });
  }

  /** As {@link #transaction}, with a result. */
  public <T extends @Nullable Object> T compute(Function<EntityManager, T> work) {
    try (EntityManager entityManager = factory().createEntityManager()) {
      entityManager.getTransaction().begin();
      try {
        T result = work.apply(entityManager);
        entityManager.getTransaction().commit();
        return result;
      } finally {
        if (entityManager.getTransaction().isActive()) {
          entityManager.getTransaction().rollback();
        }
      }
    }
  }

  /** Runs one statement with parameters in a transaction of its own. */
  public int execute(String sql, @Nullable Object... parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The first column of the first row as a number. */
  public long count(String sql, @Nullable Object... parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private synchronized EntityManagerFactory factory() {
    if (factory == null) {
      factory =
          Persistence.createEntityManagerFactory(
              "badgebridge",
              Map.of(
                  "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                  "jakarta.persistence.jtaDataSource", "",
                  "jakarta.persistence.nonJtaDataSource", dataSource,
                  "eclipselink.session-name", "test-" + System.identityHashCode(this),
                  "eclipselink.logging.level", "WARNING"));
    }
    return factory;
  }

  @Override
  public void close() {
    if (factory != null) {
      factory.close();
    }
    try {
      dropping.run();
    } catch (SQLException e) {
      throw new IllegalStateException("a test database stays", e);
    }
  }
}
