package org.badgebridge.passback.moodle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.course.Course;
import org.badgebridge.external.ExternalRefusal;
import org.badgebridge.external.ExternalUnavailable;
import org.badgebridge.passback.connector.Connector;
import org.badgebridge.passback.connector.ConnectorFaults;
import org.badgebridge.passback.connector.ConnectorPlatforms;
import org.badgebridge.passback.connector.Connectors;

/** The Moodle sites that institutions have connected. */
@ApplicationScoped
class MoodleSites {

  private final Connectors connectors;
  private final ConnectorPlatforms platforms;
  private final ConnectorFaults faults;

  @Inject
  MoodleSites(Connectors connectors, ConnectorPlatforms platforms, ConnectorFaults faults) {
    this.connectors = connectors;
    this.platforms = platforms;
    this.faults = faults;
  }

  /** Whether an institution has connected the site behind a platform, and not switched it off. */
  boolean connected(UUID platformId, UUID institutionId) {
    return !connectors.active(MoodleKind.SOURCE, platformId, institutionId).isEmpty();
  }

  /**
   * The site behind a platform.
   *
   * @throws ExternalRefusal if none is connected
   */
  MoodleSite of(UUID platformId, UUID institutionId) {
    return connectors.active(MoodleKind.SOURCE, platformId, institutionId).stream()
        .findFirst()
        .map(this::of)
        .orElseThrow(() -> new ExternalRefusal("no Moodle is connected", 0));
  }

  /** The site of a connector: its own address, or that of its platform (Moodle's issuer). */
  MoodleSite of(Connector connector) {
    String own = connector.setting(MoodleKind.SITE);
    return new MoodleSite(
        connector,
        own.isEmpty() ? platforms.get(connector.platformId()).issuer() : own,
        connectors.secret(connector.id()).orElse(""));
  }

  /** Writes down for those who look after the connector why it does not work. */
  void note(MoodleSite site, ExternalRefusal refusal) {
    Optional<MoodleRefusal> told =
        refusal instanceof MoodleRefusal moodle ? Optional.of(moodle) : Optional.empty();
    faults.note(
        site.connector().id(),
        told.map(MoodleRefusal::reason).orElse(MoodleRefusal.Reason.REFUSED).slug(),
        String.valueOf(refusal.getMessage()));
  }

  /** As the other. */
  void note(MoodleSite site, ExternalUnavailable failure) {
    faults.note(site.connector().id(), "moodle-unavailable", String.valueOf(failure.getMessage()));
  }

  /** Writes down that the user of the token does not see our placements in a course. */
  void noteBlind(MoodleSite site, Course course) {
    faults.note(site.connector().id(), "moodle-blind", course.name());
  }
}
