package org.badgebridge.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Drops the checks on a column that had no names: each database gave them its own. The next
 * migration writes them anew, wider and with names.
 */
public final class DropUnnamedChecks implements JavaMigration {

  /** Which kinds of activities and facts there are. */
  public static final DropUnnamedChecks ON_KINDS =
      new DropUnnamedChecks(
          "26", "drop kind checks", "kind", List.of("activity", "passback", "evidence"));

  /** What can become of a row of a table of awards. */
  public static final DropUnnamedChecks ON_OUTCOMES =
      new DropUnnamedChecks("35", "drop outcome checks", "outcome", List.of("award_batch_row"));

  /** What figures are sums of. */
  public static final DropUnnamedChecks ON_GRAINS =
      new DropUnnamedChecks("50", "drop grain checks", "grain", List.of("insight_figures"));

  /** What the reader of a mailbox can be told. */
  public static final DropUnnamedChecks ON_NOTICES =
      new DropUnnamedChecks("59", "drop notice checks", "what", List.of("way_notice"));

  private static final String CHECKS =
      """
      select distinct c.constraint_name from information_schema.check_constraints c
        join information_schema.constraint_column_usage u
          on u.constraint_schema = c.constraint_schema and u.constraint_name = c.constraint_name
      where lower(u.table_name) = ? and lower(u.column_name) = ?
        and lower(u.table_schema) = lower(current_schema)
      """;

  private final String version;
  private final String description;
  private final String column;
  private final List<String> tables;

  private DropUnnamedChecks(
      String version, String description, String column, List<String> tables) {
    this.version = version;
    this.description = description;
    this.column = column;
    this.tables = tables;
  }

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion(version);
  }

  @Override
  public String getDescription() {
    return description;
  }

  @Override
  public @Nullable Integer getChecksum() {
    return null; // it stands in code, not in a file
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    for (String table : tables) {
      for (String name : checks(context.getConnection(), table)) {
        try (Statement statement = context.getConnection().createStatement()) {
          statement.execute("alter table " + table + " drop constraint \"" + name + "\"");
        }
      }
    }
  }

  private List<String> checks(Connection connection, String table) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CHECKS)) {
      statement.setString(1, table);
      statement.setString(2, column);
      List<String> names = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
      return names;
    }
  }
}
