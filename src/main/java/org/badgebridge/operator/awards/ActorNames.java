package org.badgebridge.operator.awards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.audit.AuditEntry;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.LmsUser;
import org.badgebridge.identity.LmsUsers;
import org.badgebridge.identity.StaffAccount;
import org.badgebridge.identity.StaffAccounts;
import org.badgebridge.staff.ApiClient;
import org.badgebridge.staff.ApiClients;

/** The audit trail keeps ids only; this says whose they are. */
@ApplicationScoped
public class ActorNames {

  private final LmsUsers lmsUsers;
  private final StaffAccounts accounts;
  private final ApiClients clients;

  @Inject
  public ActorNames(LmsUsers lmsUsers, StaffAccounts accounts, ApiClients clients) {
    this.lmsUsers = lmsUsers;
    this.accounts = accounts;
    this.clients = clients;
  }

  /**
   * The name of who did something to an award; empty for nobody in particular.
   *
   * @param learner whose award it is: outside the course they act as a person
   */
  Optional<String> of(AuditEntry entry, UUID institutionId, LmsUser learner) {
    String actor = entry.actorId();
    if (actor == null) {
      return Optional.empty();
    }
    UUID id = UUID.fromString(actor);
    return switch (Actor.Kind.valueOf(entry.actorKind())) {
      case LECTURER, LEARNER ->
          id.equals(learner.personId())
              ? Optional.of(learner.displayName())
              : lmsUsers.find(id).map(LmsUser::displayName);
      case STAFF, ADMINISTRATOR -> accounts.find(id).map(StaffAccount::name);
      case CLIENT ->
          clients.of(institutionId).stream()
              .filter(each -> each.id().equals(id))
              .map(ApiClient::name)
              .findFirst();
      case RULE, SYSTEM, PLATFORM, ANONYMOUS -> Optional.empty();
    };
  }
}
