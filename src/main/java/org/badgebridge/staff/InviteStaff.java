package org.badgebridge.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.identity.Actor;
import org.badgebridge.identity.StaffAccount;
import org.badgebridge.identity.StaffAccounts;
import org.badgebridge.keys.Digests;
import org.badgebridge.keys.Tokens;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;

/** Makes a link with which one person gets permissions at one place. */
@ApplicationScoped
public class InviteStaff {

  /** Where the link leads; its code stands behind the {@code #}. */
  public static final String ADDRESS = "/admin/join";

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,255}");

  private final Granting granting;
  private final StaffMemberships memberships;
  private final StaffInvitations invitations;
  private final StaffAccounts accounts;
  private final AuditTrail audit;
  private final PublicOrigin origin;
  private final Clock clock;

  @Inject
  public InviteStaff(
      Granting granting,
      StaffMemberships memberships,
      StaffInvitations invitations,
      StaffAccounts accounts,
      AuditTrail audit,
      PublicOrigin origin,
      Clock clock) {
    this.granting = granting;
    this.memberships = memberships;
    this.invitations = invitations;
    this.accounts = accounts;
    this.audit = audit;
    this.origin = origin;
    this.clock = clock;
  }

  /**
   * Invites; an open invitation of the same person to the same place is replaced.
   *
   * @return the link, to be shown once: we keep only the digest of its code
   * @throws InvalidFields if the address is none, or the inviter's own
   * @throws org.badgebridge.problem.ProblemException FORBIDDEN if the inviter lacks what they give,
   *     CONFLICT if the invited may do all of it already, NOT_FOUND for strangers
   */
  @Transactional
  public String invite(Place place, String email, Set<Permission> given, Actor actor) {
    granting.require(actor, place, given);
    memberships.lock(place.institutionId());
    String address = StaffAccount.normalised(email);
    if (!EMAIL.matcher(address).matches()) {
      throw fault("staff.email.wrong");
    }
    Optional<StaffAccount> known = accounts.withEmail(address);
    UUID inviter = Objects.requireNonNull(actor.id());
    if (known.filter(each -> each.id().equals(inviter)).isPresent()) {
      throw fault("staff.email.own");
    }
    known.ifPresent(each -> granting.requireNews(each.id(), place, given));
    Instant now = clock.instant();
    invitations.to(place).stream()
        .filter(each -> each.email().equals(address))
        .forEach(each -> each.revoke(now));
    String code = Tokens.random();
    StaffInvitation invitation =
        new StaffInvitation(place, address, given, Digests.sha256(code), inviter, now);
    invitations.add(invitation);
    audit.record(
        place.institutionId(),
        actor,
        "staff.invited",
        "staff-invitation",
        invitation.id(),
        what(place, given));
    return origin.at(ADDRESS + "#" + code);
  }

  private static InvalidFields fault(String key) {
    return new InvalidFields(List.of(FieldFault.of("email", key)));
  }

  /** For the audit trail: where, and what. */
  static String what(Place place, Set<Permission> given) {
    return place.level().slug() + " " + place.id() + ": " + Permission.written(given);
  }
}
