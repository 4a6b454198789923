package org.badgebridge.passback.xapi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.passback.connector.Connector;
import org.badgebridge.passback.connector.ConnectorKind;
import org.badgebridge.passback.connector.ConnectorPlatforms;
import org.badgebridge.platform.Product;

/** Statements of the Experience API, sent by Moodle's plugin {@code logstore_xapi}. */
@ApplicationScoped
public class XapiSource implements ConnectorKind {

  static final String NAME = "xapi";

  private static final String HOME = "home";
  private static final int LONGEST = 300;

  private final ConnectorPlatforms platforms;
  private final PublicOrigin origin;

  @Inject
  public XapiSource(ConnectorPlatforms platforms, PublicOrigin origin) {
    this.platforms = platforms;
    this.origin = origin;
  }

  @Override
  public String source() {
    return NAME;
  }

  @Override
  public Set<Product> madeFor() {
    return Set.of(Product.MOODLE);
  }

  @Override
  public List<Field> fields() {
    return List.of(new Field(HOME, Field.Type.URL, false, LONGEST));
  }

  @Override
  public Secret secret() {
    return Secret.OURS;
  }

  @Override
  public List<Value> values(Connector connector) {
    return List.of(
        new Value("passback.xapi.value.endpoint", origin.at("/passback/xapi/" + connector.id())),
        new Value("passback.xapi.value.username", connector.id().toString()));
  }

  /** Only the other side can send; what is seen is whether it did. */
  @Override
  public Trial test(Connector connector) {
    String home = site(connector, platforms.get(connector.platformId())).home();
    return connector.heardAt() == null
        ? Trial.of(false, "passback.xapi.test.silent", home)
        : Trial.of(true, "passback.xapi.test.heard", home);
  }

  /** Where the people and activities of its statements are at home. */
  static MoodleSite site(Connector connector, ConnectorPlatforms.Served platform) {
    String told = connector.setting(HOME);
    return MoodleSite.at(told.isEmpty() ? platform.issuer() : told);
  }
}
