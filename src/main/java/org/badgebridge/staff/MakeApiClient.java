package org.badgebridge.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.keys.Digests;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.web.PlainText;
import org.jspecify.annotations.Nullable;

/** Makes an API client with some of its maker's permissions at one place. */
@ApplicationScoped
public class MakeApiClient {

  /** Longest name in characters. */
  static final int NAME = 100;

  private final Granting granting;
  private final ApiClients clients;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public MakeApiClient(Granting granting, ApiClients clients, AuditTrail audit, Clock clock) {
    this.granting = granting;
    this.clients = clients;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A client that was made.
   *
   * @param token to be shown once: we keep only the digest of its secret
   */
  public record Made(UUID id, String token) {}

  /**
   * Makes it; whatever it may do, it may also READ.
   *
   * @param expiresAt from when on it works no more; null for never
   * @throws InvalidFields if the name is missing or too long, or the end is past
   * @throws org.badgebridge.problem.ProblemException FORBIDDEN without ADMINISTRATE at the place or
   *     for permissions that the maker lacks, NOT_FOUND for strangers
   */
  @Transactional
  public Made make(
      Place place,
      String name,
      Set<Permission> permissions,
      @Nullable Instant expiresAt,
      Actor actor) {
    Set<Permission> given = EnumSet.of(Permission.READ);
    given.addAll(permissions);
    granting.require(actor, place, given);
    String clean = name(name);
    Instant now = clock.instant();
    if (expiresAt != null && !now.isBefore(expiresAt)) {
      throw new InvalidFields(List.of(FieldFault.of("expires", "staff.client.past")));
    }
    String secret = ApiClients.secret();
    ApiClient client =
        new ApiClient(
            place,
            clean,
            given,
            Digests.sha256(secret),
            Objects.requireNonNull(actor.id()),
            now,
            expiresAt);
    clients.add(client);
    audit.record(
        place.institutionId(),
        actor,
        "api-client.made",
        "api-client",
        client.id(),
        InviteStaff.what(place, given));
    return new Made(client.id(), ApiClients.token(client.id(), secret));
  }

  static String name(String typed) {
    String name = PlainText.line(typed);
    if (name.isEmpty() || name.length() > NAME) {
      throw new InvalidFields(List.of(FieldFault.of("name", "staff.client.name")));
    }
    return name;
  }
}
