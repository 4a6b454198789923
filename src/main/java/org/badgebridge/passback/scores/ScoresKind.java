package org.badgebridge.passback.scores;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.passback.connector.Connector;
import org.badgebridge.passback.connector.ConnectorKind;
import org.badgebridge.problem.FieldFault;

/** Senders that post scores to us as tools post them to an LMS. */
@ApplicationScoped
class ScoresKind implements ConnectorKind {

  static final String SOURCE = "scores";

  /** The setting with the address of the sender's keys. */
  static final String ADDRESS = "address";

  /** The setting with the sender's keys themselves. */
  static final String KEYS = "keys";

  private static final int LONGEST_ADDRESS = 1000;
  private static final int LONGEST_KEYS = 6000;
  private static final String BASE = "/passback/scores/";

  private final ClientKeys keys;
  private final ServedCourses courses;
  private final PublicOrigin origin;

  @Inject
  ScoresKind(ClientKeys keys, ServedCourses courses, PublicOrigin origin) {
    this.keys = keys;
    this.courses = courses;
    this.origin = origin;
  }

  static String tokenAddress(PublicOrigin origin, Connector connector) {
    return origin.at(BASE + connector.id() + "/token");
  }

  /** The line items container of a course. */
  static String lineItemsAddress(PublicOrigin origin, Connector connector, Object course) {
    return origin.at(BASE + connector.id() + "/courses/" + course + "/lineitems");
  }

  @Override
  public String source() {
    return SOURCE;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field(ADDRESS, Field.Type.URL, false, LONGEST_ADDRESS),
        new Field(KEYS, Field.Type.LINES, false, LONGEST_KEYS));
  }

  @Override
  public Secret secret() {
    return Secret.NONE;
  }

  @Override
  public List<FieldFault> faults(Map<String, String> settings) {
    String pasted = settings.getOrDefault(KEYS, "");
    if (settings.containsKey(ADDRESS) == !pasted.isEmpty()) {
      return List.of(FieldFault.of(ADDRESS, "passback.scores.field.fault.one"));
    }
    if (!pasted.isEmpty() && !ClientKeys.fits(pasted)) {
      return List.of(FieldFault.of(KEYS, "passback.scores.field.fault.keys"));
    }
    return List.of();
  }

  @Override
  public List<Value> values(Connector connector) {
    String token = tokenAddress(origin, connector);
    return List.of(
        new Value("passback.scores.value.client", connector.id().toString()),
        new Value("passback.scores.value.token", token),
        new Value("passback.scores.value.audience", token),
        new Value(
            "passback.scores.value.lineitems", lineItemsAddress(origin, connector, "{context_id}")),
        new Value("passback.scores.value.scopes", AgsScope.text(Set.of(AgsScope.values()))));
  }

  @Override
  public Trial test(Connector connector) {
    List<JWK> found;
    try {
      found = keys.look(connector);
    } catch (KeySourceException | TokenRefused e) {
      return new Trial(
          false,
          "passback.scores.test.unreachable",
          List.of(),
          List.of(String.valueOf(e.getMessage())));
    }
    if (found.isEmpty()) {
      return Trial.of(false, "passback.scores.test.none");
    }
    List<String> seen = new ArrayList<>();
    for (JWK each : found) {
      seen.add(each.getKeyType() + " " + each.size() + " " + each.getKeyID());
    }
    for (ServedCourses.Served each : courses.newest(connector)) {
      seen.add(each.title() + ": " + lineItemsAddress(origin, connector, each.id()));
    }
    return new Trial(true, "passback.scores.test.good", List.of(found.size()), seen);
  }
}
