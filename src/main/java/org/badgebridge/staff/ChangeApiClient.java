package org.badgebridge.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;

/** Renames or revokes an API client; what it may do never changes. */
@ApplicationScoped
public class ChangeApiClient {

  private final Rights rights;
  private final Places places;
  private final ApiClients clients;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public ChangeApiClient(
      Rights rights, Places places, ApiClients clients, AuditTrail audit, Clock clock) {
    this.rights = rights;
    this.places = places;
    this.clients = clients;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Gives it another name.
   *
   * @throws org.badgebridge.problem.InvalidFields if the name is missing or too long
   * @throws org.badgebridge.problem.ProblemException FORBIDDEN without ADMINISTRATE at its place,
   *     NOT_FOUND for strangers
   */
  @Transactional
  public ApiClient rename(UUID id, String name, Actor actor) {
    ApiClient client = administrated(id, actor);
    client.rename(MakeApiClient.name(name));
    audit.record(client.institutionId(), actor, "api-client.renamed", "api-client", id, null);
    return client;
  }

  /**
   * Ends it with the next request; doing it twice changes nothing more.
   *
   * @throws org.badgebridge.problem.ProblemException as the other
   */
  @Transactional
  public ApiClient revoke(UUID id, Actor actor) {
    ApiClient client = administrated(id, actor);
    if (client.revoke(clock.instant())) {
      audit.record(client.institutionId(), actor, "api-client.revoked", "api-client", id, null);
    }
    return client;
  }

  private ApiClient administrated(UUID id, Actor actor) {
    ApiClient client = clients.get(id);
    rights.require(actor, Permission.ADMINISTRATE, places.at(client.level(), client.placeId()));
    return client;
  }
}
