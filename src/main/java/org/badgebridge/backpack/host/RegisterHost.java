package org.badgebridge.backpack.host;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.client.ClientInformation;
import com.nimbusds.oauth2.sdk.id.ClientID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Date;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.keys.Tokens;

/** A host makes itself known (RFC 7591). That alone lets it read nothing. */
@ApplicationScoped
public class RegisterHost {

  /** Most that wait for somebody to connect them; they are forgotten after a week. */
  static final int MOST_UNUSED = 5_000;

  private static final Actor ANYBODY =
      new Actor(Actor.Kind.ANONYMOUS, null, "registration of a host");

  private final Hosts hosts;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  RegisterHost(Hosts hosts, AuditTrail audit, Clock clock) {
    this.hosts = hosts;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Registers it.
   *
   * @return with its secret, which is shown this once
   * @throws HostRefused if too many wait already
   */
  @Transactional
  public ClientInformation register(HostMetadata.Checked checked) {
    if (hosts.unused() >= MOST_UNUSED) {
      throw new HostRefused(
          new ErrorObject("temporarily_unavailable", null, 503),
          "too many hosts registered and were never used; try again tomorrow");
    }
    Host host = new Host(UUID.randomUUID(), checked.site(), checked.metadata());
    String secret = Tokens.random();
    hosts.add(host, secret);
    audit.record(null, ANYBODY, "host.registered", "host", host.id(), null);
    return new ClientInformation(
        new ClientID(host.id().toString()),
        Date.from(clock.instant()),
        checked.metadata(),
        new Secret(secret));
  }
}
