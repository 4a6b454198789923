package org.badgebridge.passback.connector;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.web.Guesses;
import org.jspecify.annotations.Nullable;

/**
 * Lets senders in and takes what they bring. Who is refused learns nothing about the connector: one
 * that is unknown, off or of another kind answers as if the secret were wrong.
 */
@ApplicationScoped
public class Senders {

  private final Connectors connectors;
  private final ConnectorFaults faults;
  private final TakeReports takeReports;
  private final Guesses guesses;

  @Inject
  public Senders(
      Connectors connectors, ConnectorFaults faults, TakeReports takeReports, Guesses guesses) {
    this.connectors = connectors;
    this.faults = faults;
    this.takeReports = takeReports;
    this.guesses = guesses;
  }

  /** The connector, if facts are taken from it; who it is that sends is not decided yet. */
  public Optional<Connector> find(String id, String source) {
    return id(id).flatMap(known -> connectors.active(known, source));
  }

  /**
   * The connector whose secret the sender showed, compared in constant time.
   *
   * @param shown what came along; null if nothing did
   * @throws ProblemException TOO_MANY after twenty wrong ones in a minute from one address
   */
  public Optional<Connector> admit(
      HttpServletRequest request, String id, String source, @Nullable String shown) {
    Optional<Connector> found = find(id, source);
    boolean right =
        shown != null
            && found
                .flatMap(connector -> connectors.secret(connector.id()))
                .filter(secret -> same(secret, shown))
                .isPresent();
    if (right) {
      return found;
    }
    guesses.count(request, "sender");
    found.ifPresent(connector -> faults.note(connector.id(), "credentials", ""));
    return Optional.empty();
  }

  /**
   * Takes what an admitted sender brought: all of it, or nothing.
   *
   * @param reading makes the harvest of it, and may refuse
   * @throws ReportRefused if it was refused; noted as a fault
   */
  public Harvest take(Connector connector, Function<Connector, Harvest> reading) {
    Harvest harvest;
    try {
      harvest = reading.apply(connector);
    } catch (ReportRefused e) {
      faults.note(connector.id(), e.code(), e.seen());
      throw e;
    }
    if (harvest.reports().isEmpty()) {
      takeReports.heard(connector);
    } else {
      takeReports.take(connector, harvest.reports());
    }
    harvest.faults().forEach((code, seen) -> faults.note(connector.id(), code, seen));
    return harvest;
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean same(String kept, String shown) {
    return MessageDigest.isEqual(
        kept.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
  }
}
