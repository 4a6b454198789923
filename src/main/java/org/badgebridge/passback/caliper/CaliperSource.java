package org.badgebridge.passback.caliper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.passback.connector.Connector;
import org.badgebridge.passback.connector.ConnectorKind;
import org.badgebridge.platform.PublishedKeys;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.web.WebAddress;

/** Events of Caliper sensors, and Live Events of a Canvas. */
@ApplicationScoped
public class CaliperSource implements ConnectorKind {

  static final String NAME = "caliper";

  private static final String CANVAS = "canvas";
  private static final String KEYS = "keys";
  private static final String USERS = "users";
  private static final String COURSES = "courses";
  private static final String HIGHEST = "highest";
  private static final int ADDRESS = 300;

  /** Where Instructure publishes the keys of Live Events, of the hosted Canvas. */
  private static final String INSTRUCTURE =
      "https://8axpcl50e4.execute-api.us-east-1.amazonaws.com/main/jwks";

  private final PublishedKeys keys;
  private final PublicOrigin origin;

  @Inject
  public CaliperSource(PublishedKeys keys, PublicOrigin origin) {
    this.keys = keys;
    this.origin = origin;
  }

  @Override
  public String source() {
    return NAME;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field(CANVAS, Field.Type.LINES, false, 1000),
        new Field(KEYS, Field.Type.URL, false, ADDRESS),
        new Field(USERS, Field.Type.TEXT, false, ADDRESS),
        new Field(COURSES, Field.Type.TEXT, false, ADDRESS),
        new Field(HIGHEST, Field.Type.TEXT, false, 4));
  }

  @Override
  public Secret secret() {
    return Secret.OURS;
  }

  @Override
  public List<FieldFault> faults(Map<String, String> settings) {
    List<FieldFault> faults = new ArrayList<>();
    String canvas = settings.getOrDefault(CANVAS, "");
    if (!canvas.lines().allMatch(line -> WebAddress.fits(line.strip(), ADDRESS))) {
      faults.add(FieldFault.of(CANVAS, "passback.caliper.fault.canvas"));
    }
    if (!ScoreLimit.fits(settings.getOrDefault(HIGHEST, ""))) {
      faults.add(FieldFault.of(HIGHEST, "passback.caliper.fault.highest"));
    }
    return faults;
  }

  @Override
  public List<Value> values(Connector connector) {
    String address = origin.at("/passback/caliper/" + connector.id());
    return List.of(
        new Value("passback.caliper.value.endpoint", address),
        new Value("passback.caliper.value.live", address + "/live"));
  }

  /**
   * Only the other side can send; what is seen is whether it did, and whether its keys are there.
   */
  @Override
  public Trial test(Connector connector) {
    if (!connector.setting(CANVAS).isEmpty()) {
      String failure = keys.failure(keysOf(connector));
      if (failure != null) {
        return Trial.of(false, "passback.caliper.test.keys", failure);
      }
    }
    return connector.heardAt() == null
        ? Trial.of(false, "passback.caliper.test.silent")
        : Trial.of(true, "passback.caliper.test.heard");
  }

  /** Where the keys of signed events are published. */
  static String keysOf(Connector connector) {
    String told = connector.setting(KEYS);
    return told.isEmpty() ? INSTRUCTURE : told;
  }

  /** The Canvas that Live Events are taken from; its addresses may be none. */
  static CanvasSite canvas(Connector connector) {
    return CanvasSite.at(connector.setting(CANVAS).lines().map(String::strip).toList());
  }

  /** How the ids of a sensor are read. */
  static CaliperNames names(Connector connector) {
    return new CaliperNames(connector.setting(USERS), connector.setting(COURSES));
  }

  /** Which scores are believed. */
  static ScoreLimit limit(Connector connector) {
    return ScoreLimit.of(connector.setting(HIGHEST));
  }
}
