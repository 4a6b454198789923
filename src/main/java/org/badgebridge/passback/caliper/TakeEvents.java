package org.badgebridge.passback.caliper;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.badgebridge.passback.connector.Connector;
import org.badgebridge.passback.connector.Harvest;
import org.badgebridge.passback.connector.Received;
import org.badgebridge.passback.connector.ReportRefused;
import org.badgebridge.passback.connector.Senders;
import org.badgebridge.problem.ProblemType;

/** Takes events: the facts in them are written down, the rest is passed over. */
@ApplicationScoped
public class TakeEvents {

  private final Senders senders;
  private final LiveEventTokens tokens;
  private final Clock clock;

  @Inject
  public TakeEvents(Senders senders, LiveEventTokens tokens, Clock clock) {
    this.senders = senders;
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * Takes an envelope of an admitted sensor whole, or not at all.
   *
   * @throws ReportRefused if it is wrong
   */
  void envelope(Connector connector, byte[] body) {
    senders.take(
        connector,
        from -> {
          Harvest harvest = new Harvest();
          caliper(from, harvest).read(Received.json(body));
          return harvest;
        });
  }

  /**
   * Takes a signed Live Event.
   *
   * @throws ReportRefused TOKEN_REFUSED if Instructure did not sign it or it is of another Canvas
   */
  void live(Connector connector, byte[] body) {
    senders.take(
        connector,
        from -> {
          JsonNode event = tokens.event(body, CaliperSource.keysOf(from));
          Harvest harvest = new Harvest();
          if (event.has("dataVersion")) {
            requireOurs(from, event.path("sensor").asText(""), "");
            caliper(from, harvest).read(event);
          } else {
            JsonNode metadata = event.path("metadata");
            requireOurs(
                from,
                "https://" + metadata.path("hostname").asText(""),
                metadata.path("root_account_lti_guid").asText(""));
            new CanvasEvents(CaliperSource.limit(from), clock.instant(), harvest).read(event);
          }
          return harvest;
        });
  }

  private CaliperEvents caliper(Connector connector, Harvest harvest) {
    return new CaliperEvents(
        connector.id(),
        CaliperSource.names(connector),
        CaliperSource.limit(connector),
        clock.instant(),
        harvest);
  }

  private static void requireOurs(Connector connector, String address, String account) {
    CanvasSite canvas = CaliperSource.canvas(connector);
    if (!canvas.isAddress(address) && !canvas.isAccount(account)) {
      throw new ReportRefused(
          "account-canvas",
          CanvasSite.host(address) + " " + account,
          ProblemType.TOKEN_REFUSED,
          "passback.caliper.refused.account");
    }
  }
}
