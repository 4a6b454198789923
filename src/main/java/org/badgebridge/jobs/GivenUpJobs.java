package org.badgebridge.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Jobs that failed for good and wait for a person; listed and restarted on the operator page. */
@ApplicationScoped
public class GivenUpJobs {

  private static final int ERROR_LENGTH = 1000;
  private static final String SELECT =
      "select id, task_name, task_instance, task_data, failures, last_error, given_up_at"
          + " from given_up_job";

  private final DataSource dataSource;
  private final Clock clock;

  @Inject
  public GivenUpJobs(DataSource dataSource, Clock clock) {
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /** One job that needs a person. */
  public record GivenUpJob(
      UUID id,
      String name,
      String instance,
      String data,
      int failures,
      String lastError,
      Instant at) {}

  void keep(String name, String instance, String data, int failures, @Nullable Throwable cause) {
    String error = String.valueOf(cause);
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into given_up_job (id, task_name, task_instance, task_data, failures,"
                    + " last_error, given_up_at) values (?, ?, ?, ?, ?, ?, ?)")) {
      insert.setObject(1, UUID.randomUUID());
      insert.setString(2, name);
      insert.setString(3, instance);
      insert.setString(4, data);
      insert.setInt(5, failures);
      insert.setString(6, error.substring(0, Math.min(error.length(), ERROR_LENGTH)));
      insert.setObject(7, clock.instant().atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot keep the given-up job " + name, e);
    }
  }

  /** The newest first. */
  public List<GivenUpJob> list(int limit) {
    return query(SELECT + " order by given_up_at desc, id limit ?", limit);
  }

  /** One of them, unless somebody else took it meanwhile. */
  public Optional<GivenUpJob> find(UUID id) {
    return query(SELECT + " where id = ?", id).stream().findFirst();
  }

  private List<GivenUpJob> query(String sql, Object parameter) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setObject(1, parameter);
      List<GivenUpJob> found = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(read(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read given-up jobs", e);
    }
  }

  private static GivenUpJob read(ResultSet rows) throws SQLException {
    return new GivenUpJob(
        rows.getObject(1, UUID.class),
        rows.getString(2),
        rows.getString(3),
        rows.getString(4),
        rows.getInt(5),
        rows.getString(6),
        rows.getObject(7, OffsetDateTime.class).toInstant());
  }

  /** Takes one off the list, to be scheduled again by the caller in the same transaction. */
  public boolean remove(UUID id) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement delete =
            connection.prepareStatement("delete from given_up_job where id = ?")) {
      delete.setObject(1, id);
      return delete.executeUpdate() == 1;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot remove the given-up job " + id, e);
    }
  }
}
