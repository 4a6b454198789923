package org.badgebridge;

import static java.lang.System.Logger.Level.INFO;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.badgebridge.database.DropUnnamedChecks;
import org.badgebridge.problem.CheckedSettings;
import org.flywaydb.core.Flyway;

/**
 * First thing at start: checks every setting, then brings the schema to the version of this build.
 * The migrations in {@code db/migration} are the only owner of the schema.
 */
@ApplicationScoped
public class Migration {

  private static final System.Logger LOG = System.getLogger(Migration.class.getName());

  private final DataSource dataSource;
  private final jakarta.enterprise.inject.Instance<CheckedSettings> settings;

  @Inject
  public Migration(
      DataSource dataSource, jakarta.enterprise.inject.Instance<CheckedSettings> settings) {
    this.dataSource = dataSource;
    this.settings = settings;
  }

  void migrate(@Observes @Priority(1) Startup startup) throws SQLException {
    check();
    int applied = migrate(dataSource);
    LOG.log(INFO, "schema is current, migrations applied: {0}", applied);
  }

  /**
   * Applies what is missing.
   *
   * @return how many migrations ran
   * @throws SQLException if the database cannot be reached
   */
  public static int migrate(DataSource dataSource) throws SQLException {
    boolean postgres;
    try (Connection connection = dataSource.getConnection()) {
      postgres = "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
    }
    return Flyway.configure(Migration.class.getClassLoader())
        .dataSource(dataSource)
        .locations("classpath:db/migration")
        .javaMigrations(
            DropUnnamedChecks.ON_KINDS,
            DropUnnamedChecks.ON_OUTCOMES,
            DropUnnamedChecks.ON_GRAINS,
            DropUnnamedChecks.ON_NOTICES)
        .placeholders(
            Map.of(
                "blob",
                postgres ? "bytea" : "blob",
                "stored",
                postgres ? "stored" : "",
                "ordered",
                postgres ? "collate \"C\"" : ""))
        .load()
        .migrate()
        .migrationsExecuted;
  }

  private void check() {
    List<String> faults = new ArrayList<>();
    if (TimeZone.getDefault().getRawOffset() != 0 || TimeZone.getDefault().useDaylightTime()) {
      faults.add("the time zone of Java must be UTC: start with -Duser.timezone=UTC");
    }
    for (CheckedSettings each : settings) {
      faults.addAll(each.faults());
    }
    if (!faults.isEmpty()) {
      throw new IllegalStateException(
          "Badge Bridge does not start, its settings have faults:\n - "
              + String.join("\n - ", faults));
    }
  }
}
