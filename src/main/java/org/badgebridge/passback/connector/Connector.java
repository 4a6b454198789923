package org.badgebridge.passback.connector;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One place outside that facts come from. Its secret, if it has one, is read by {@link Connectors}
 * only where it is needed.
 *
 * @param platformId whose courses and people its facts are about
 * @param source the {@link ConnectorKind#source()}, which the facts carry
 * @param settings what its kind asked for, by {@link ConnectorKind.Field#name()}; nothing secret
 * @param hasSecret whether a secret is kept for it
 * @param active whether facts are taken from it
 * @param heardAt when facts came last, within a minute; null if none ever did
 */
public record Connector(
    UUID id,
    UUID institutionId,
    UUID platformId,
    String source,
    String name,
    Map<String, String> settings,
    boolean hasSecret,
    boolean active,
    Instant createdAt,
    @Nullable Instant heardAt) {

  public Connector {
    settings = Map.copyOf(settings);
  }

  /** A setting; empty if it was left out. */
  public String setting(String name) {
    return settings.getOrDefault(name, "");
  }
}
