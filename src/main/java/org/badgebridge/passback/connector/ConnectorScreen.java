package org.badgebridge.passback.connector;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.badgebridge.institution.Institution;
import org.badgebridge.institution.Institutions;
import org.badgebridge.staff.Typed;
import org.badgebridge.web.AdminScreen;
import org.jspecify.annotations.Nullable;

/** The page of one connector. */
@ApplicationScoped
public class ConnectorScreen {

  /** How many of the latest reports are shown. */
  private static final int LATEST = 25;

  private final ConnectorKinds kinds;
  private final ConnectorPlatforms platforms;
  private final Reports reports;
  private final ConnectorFaults faults;
  private final Institutions institutions;
  private final AdminScreen pages;

  @Inject
  public ConnectorScreen(
      ConnectorKinds kinds,
      ConnectorPlatforms platforms,
      Reports reports,
      ConnectorFaults faults,
      Institutions institutions,
      AdminScreen pages) {
    this.kinds = kinds;
    this.platforms = platforms;
    this.reports = reports;
    this.faults = faults;
    this.institutions = institutions;
    this.pages = pages;
  }

  /**
   * The page.
   *
   * @param secret to be shown this once; null if there is none to show
   * @param trial how a trial went that was just made; null if none was
   * @param typed a form with faults; null for what is saved
   */
  Response show(
      int status,
      Connector connector,
      @Nullable String secret,
      ConnectorKind.@Nullable Trial trial,
      @Nullable Typed typed) {
    ConnectorKind kind = kinds.of(connector.source());
    Institution institution = institutions.get(connector.institutionId());
    Map<String, Object> parts = new HashMap<>();
    parts.put("institution", institution);
    parts.put("connector", connector);
    parts.put("kind", kind);
    parts.put("platform", platforms.get(connector.platformId()));
    parts.put("values", kind.values(connector));
    parts.put("counts", reports.counts(connector.id()));
    parts.put("latest", reports.latest(connector.id(), LATEST));
    parts.put("faults", faults.of(connector.id()));
    parts.put("typed", typed == null ? saved(connector) : typed);
    parts.put("secret", secret);
    parts.put("trial", trial);
    return pages.show(status, "passback/connector.jte", institution.accent(), parts);
  }

  /** What was typed, in the terms of a kind. */
  static KeepConnector.Typed typed(ConnectorKind kind, Typed sent) {
    Map<String, String> settings = new TreeMap<>();
    kind.fields().forEach(field -> settings.put(field.name(), sent.value(field.name())));
    return new KeepConnector.Typed(sent.value("name"), settings, sent.value("secret"));
  }

  private static Typed saved(Connector connector) {
    Map<String, String> values = new TreeMap<>(connector.settings());
    values.put("name", connector.name());
    return Typed.of(values);
  }
}
