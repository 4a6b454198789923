package org.badgebridge.backpack.host;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a backpack allows a host.
 *
 * @param publicOnly whether it reads only what everybody may have
 * @param until when it ends by itself
 * @param readAt when it last read; null if never
 */
public record HostConnection(
    UUID id,
    UUID hostId,
    UUID personId,
    Set<HostScope> scopes,
    boolean publicOnly,
    Instant connectedAt,
    Instant until,
    @Nullable Instant readAt) {

  static final String COLUMNS =
      "c.id, c.host_id, c.person_id, c.scopes, c.public_only, c.connected_at, c.until_at, c.read_at";

  /** Whether that was allowed. */
  public boolean allows(HostScope scope) {
    return scopes.contains(scope);
  }

  static HostConnection read(Row row) {
    return new HostConnection(
        row.uuid("id"),
        row.uuid("host_id"),
        row.uuid("person_id"),
        HostScope.ofNames(row.text("scopes")),
        row.flag("public_only"),
        row.instant("connected_at"),
        row.instant("until_at"),
        row.optionalInstant("read_at"));
  }
}
