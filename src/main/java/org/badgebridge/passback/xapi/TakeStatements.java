package org.badgebridge.passback.xapi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.badgebridge.passback.connector.Connector;
import org.badgebridge.passback.connector.ConnectorPlatforms;
import org.badgebridge.passback.connector.Harvest;
import org.badgebridge.passback.connector.ReportRefused;
import org.badgebridge.passback.connector.Senders;
import org.badgebridge.platform.Product;

/** Takes a batch of statements: the facts in it are written down, the rest is passed over. */
@ApplicationScoped
public class TakeStatements {

  private final Senders senders;
  private final ConnectorPlatforms platforms;
  private final Clock clock;

  @Inject
  public TakeStatements(Senders senders, ConnectorPlatforms platforms, Clock clock) {
    this.senders = senders;
    this.platforms = platforms;
    this.clock = clock;
  }

  /**
   * Takes all of them, or none.
   *
   * @param batch reads them
   * @return their ids, given or made; the same statement has the same again
   * @throws ReportRefused if one is wrong
   */
  List<UUID> take(Connector connector, Supplier<List<Statement>> batch) {
    List<UUID> ids = new ArrayList<>();
    senders.take(
        connector,
        from -> {
          Harvest harvest = new Harvest();
          StatementReports reports = reports(from, harvest);
          for (Statement each : batch.get()) {
            String key = reports.read(each);
            UUID given = each.id();
            ids.add(given == null ? made(connector, key) : given);
          }
          return harvest;
        });
    return ids;
  }

  private StatementReports reports(Connector connector, Harvest harvest) {
    ConnectorPlatforms.Served platform = platforms.get(connector.platformId());
    return new StatementReports(
        XapiSource.site(connector, platform),
        platform.product() == Product.MOODLE,
        clock.instant(),
        harvest);
  }

  private static UUID made(Connector connector, String key) {
    return UUID.nameUUIDFromBytes((connector.id() + "/" + key).getBytes(StandardCharsets.UTF_8));
  }
}
