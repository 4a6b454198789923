package org.badgebridge.passback.connector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.keys.Sealer;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Reads connectors. They are written by {@link KeepConnector}. */
@ApplicationScoped
public class Connectors {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectReader SETTINGS =
      JSON.readerFor(new TypeReference<Map<String, String>>() {});
  private static final String SECRET = "connector-secret";
  private static final String SELECT =
      "select id, institution_id, platform_id, source, name, settings, secret, active, created_at,"
          + " heard_at from connector where ";

  private final Sql sql;
  private final Sealer sealer;

  @Inject
  public Connectors(Sql sql, Sealer sealer) {
    this.sql = sql;
    this.sealer = sealer;
  }

  /** The connector, whatever its state. */
  public Optional<Connector> find(UUID id) {
    return sql.first(SELECT + "id = ?", Connectors::read, id);
  }

  /** The connectors among these ids. */
  public List<Connector> find(Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : sql.list(
            SELECT + "id in (" + Sql.marks(ids.size()) + ")", Connectors::read, ids.toArray());
  }

  /**
   * The connector.
   *
   * @throws ProblemException NOT_FOUND if there is none
   */
  public Connector get(UUID id) {
    return find(id)
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail"));
  }

  /** The connector, if it is of this source and facts are taken from it. */
  public Optional<Connector> active(UUID id, String source) {
    return find(id).filter(Connector::active).filter(each -> each.source().equals(source));
  }

  /** Those of a source from which facts are taken, about one platform. */
  public List<Connector> active(String source, UUID platformId, UUID institutionId) {
    return sql.list(
        SELECT
            + "platform_id = ? and institution_id = ? and source = ? and active = true order by id",
        Connectors::read,
        platformId,
        institutionId,
        source);
  }

  /** All of an institution, by name. */
  public List<Connector> of(UUID institutionId) {
    return sql.list(
        SELECT + "institution_id = ? order by name, id", Connectors::read, institutionId);
  }

  /** The secret of a connector; empty if it has none. Never to be logged. */
  public Optional<String> secret(UUID id) {
    return sql.first(
            "select secret from connector where id = ?",
            row -> Optional.ofNullable(row.optionalText("secret")),
            id)
        .flatMap(found -> found)
        .map(kept -> new String(sealer.openText(kept, SECRET), StandardCharsets.UTF_8));
  }

  @Nullable String toKeep(@Nullable String secret) {
    return secret == null
        ? null
        : sealer.sealToText(secret.getBytes(StandardCharsets.UTF_8), SECRET);
  }

  static String written(Map<String, String> settings) {
    try {
      return JSON.writeValueAsString(settings);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("settings", e);
    }
  }

  private static Connector read(Row row) {
    try {
      return new Connector(
          row.uuid("id"),
          row.uuid("institution_id"),
          row.uuid("platform_id"),
          row.text("source"),
          row.text("name"),
          SETTINGS.readValue(row.text("settings")),
          row.optionalText("secret") != null,
          row.flag("active"),
          row.instant("created_at"),
          row.optionalInstant("heard_at"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("settings of a connector", e);
    }
  }
}
