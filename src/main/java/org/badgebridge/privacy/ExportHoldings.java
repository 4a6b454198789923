package org.badgebridge.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.way.FormerPersons;

/**
 * Hands a person everything that is stored about them, row by row, as it is stored. Digests of
 * secrets are left out; the badges themselves are in the leaver kit.
 */
@ApplicationScoped
public class ExportHoldings {

  private static final JsonProvider JSON = JsonProvider.provider();

  private final FormerPersons formerPersons;
  private final Sql sql;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public ExportHoldings(FormerPersons formerPersons, Sql sql, AuditTrail audit, Clock clock) {
    this.formerPersons = formerPersons;
    this.sql = sql;
    this.audit = audit;
    this.clock = clock;
  }

  /** All of it, and a line in the audit trail. */
  @Transactional
  public JsonObject export(UUID personId, Actor actor) {
    audit.record(null, actor, "person.exported", "person", personId, null);
    Set<UUID> persons = formerPersons.with(personId);
    JsonObjectBuilder tables = JSON.createObjectBuilder();
    for (Holding each : Holdings.ALL) {
      Set<JsonObject> rows = new LinkedHashSet<>(); // one may be about two of them
      for (UUID person : persons) {
        rows.addAll(
            sql.on(
                connection -> rows(connection, each, person),
                e -> new IllegalStateException("cannot read " + each.table(), e)));
      }
      JsonArrayBuilder array = JSON.createArrayBuilder();
      rows.forEach(array::add);
      tables.add(each.table(), array);
    }
    return JSON.createObjectBuilder()
        .add("person", personId.toString())
        .add("made", clock.instant().toString())
        .add("tables", tables)
        .build();
  }

  private static List<JsonObject> rows(Connection connection, Holding holding, UUID personId)
      throws SQLException {
    List<JsonObject> rows = new ArrayList<>();
    List<String> hidden = List.of(holding.hidden().split(","));
    try (PreparedStatement select = connection.prepareStatement(holding.reading())) {
      for (int i = 1; i <= holding.questions(); i++) {
        select.setObject(i, personId);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(row(row, hidden).build());
        }
      }
    }
    return rows;
  }

  private static JsonObjectBuilder row(ResultSet row, List<String> hidden) throws SQLException {
    JsonObjectBuilder json = JSON.createObjectBuilder();
    ResultSetMetaData columns = row.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      String name = columns.getColumnLabel(i).toLowerCase(Locale.ROOT);
      String value = row.getString(i);
      if (value != null && !hidden.contains(name)) {
        json.add(name, value);
      }
    }
    return json;
  }
}
