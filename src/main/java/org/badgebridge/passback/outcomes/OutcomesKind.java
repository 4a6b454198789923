package org.badgebridge.passback.outcomes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.passback.connector.Connector;
import org.badgebridge.passback.connector.ConnectorFaults;
import org.badgebridge.passback.connector.ConnectorKind;
import org.badgebridge.problem.FieldFault;

/** Senders that set results as tools of LTI 1.1 do. */
@ApplicationScoped
class OutcomesKind implements ConnectorKind {

  static final String SOURCE = "outcomes";

  /** The setting with the form of plain {@code sourcedId}s; missing if only ours are taken. */
  static final String FORM = "form";

  private static final int LONGEST = 200;
  private static final String BASE = "/passback/outcomes/";

  private final ConnectorFaults faults;
  private final PublicOrigin origin;

  @Inject
  OutcomesKind(ConnectorFaults faults, PublicOrigin origin) {
    this.faults = faults;
    this.origin = origin;
  }

  static String address(PublicOrigin origin, Connector connector) {
    return origin.at(BASE + connector.id());
  }

  static String sealingAddress(PublicOrigin origin, Connector connector) {
    return address(origin, connector) + "/sourcedids";
  }

  @Override
  public String source() {
    return SOURCE;
  }

  @Override
  public List<Field> fields() {
    return List.of(new Field(FORM, Field.Type.TEXT, false, LONGEST));
  }

  @Override
  public Secret secret() {
    return Secret.OURS;
  }

  @Override
  public List<FieldFault> faults(Map<String, String> settings) {
    String form = settings.getOrDefault(FORM, "");
    return form.isEmpty() || SourcedIds.fits(form)
        ? List.of()
        : List.of(FieldFault.of(FORM, "passback.outcomes.field.fault.form"));
  }

  @Override
  public List<Value> values(Connector connector) {
    return List.of(
        new Value("passback.outcomes.value.address", address(origin, connector)),
        new Value("passback.outcomes.value.key", connector.id().toString()),
        new Value("passback.outcomes.value.sealing", sealingAddress(origin, connector)));
  }

  /** Nothing can be asked on the other side: it says what came, or what went wrong. */
  @Override
  public Trial test(Connector connector) {
    if (!connector.active()) {
      return Trial.of(false, "passback.outcomes.test.off");
    }
    List<ConnectorFaults.Fault> wrong = faults.of(connector.id());
    if (connector.heardAt() == null) {
      return wrong.isEmpty()
          ? Trial.of(false, "passback.outcomes.test.silent")
          : Trial.of(false, "passback.outcomes.test.wrong");
    }
    return Trial.of(true, "passback.outcomes.test.good");
  }
}
