package org.badgebridge.testing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
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
  private @Nullable CountedDataSource counting;

  OpenDatabase(DataSource dataSource, Dropping dropping) {
    this.dataSource = dataSource;
    this.dropping = dropping;
  }

  /** What is left to do when nobody needs the database any more. */
  interface Dropping {
    void run() throws SQLException;
  }

  public DataSource dataSource() {
    return counting == null ? dataSource : counting.dataSource();
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
    return compute(factory(), work);
  }

  /** Runs work in one transaction, alone, and tells what was sent to the database for it. */
  public List<String> statements(Consumer<EntityManager> work) {
    CountedDataSource counted = new CountedDataSource(dataSource);
    try (EntityManagerFactory own = factory(counted.dataSource(), "counted")) {
      own.createEntityManager().close(); // it asks for the kind of database once
      counted.taken();
      counting = counted;
      compute(
          own,
          entityManager -> {
            work.accept(entityManager);
            return null;
          });
      return counted.taken();
    } finally {
      counting = null;
    }
  }

  private static <T extends @Nullable Object> T compute(
      EntityManagerFactory factory, Function<EntityManager, T> work) {
    try (EntityManager entityManager = factory.createEntityManager()) {
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
      factory = factory(dataSource, "test");
    }
    return factory;
  }

  private EntityManagerFactory factory(DataSource source, String name) {
    return Persistence.createEntityManagerFactory(
        "badgebridge",
        Map.of(
            "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
            "jakarta.persistence.jtaDataSource", "",
            "jakarta.persistence.nonJtaDataSource", source,
            "eclipselink.session-name", name + "-" + System.identityHashCode(source),
            "eclipselink.logging.level", "WARNING"));
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
