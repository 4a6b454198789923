package org.badgebridge.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.badgebridge.identity.StaffAccount;
import org.badgebridge.identity.StaffAccounts;
import org.badgebridge.staff.Places;
import org.badgebridge.staff.StaffInvitation;
import org.badgebridge.staff.StaffInvitations;

/** Reads what an institution's invitation promises; reading does not use it. */
@ApplicationScoped
public class OpenInvitations {

  private final StaffInvitations invitations;
  private final Places places;
  private final StaffAccounts accounts;
  private final Clock clock;

  @Inject
  public OpenInvitations(
      StaffInvitations invitations, Places places, StaffAccounts accounts, Clock clock) {
    this.invitations = invitations;
    this.places = places;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** The invitation of a code, while it is open. */
  Optional<Invited> read(String code) {
    return invitations
        .withCode(code)
        .filter(each -> each.state(clock.instant()) == StaffInvitation.State.OPEN)
        .map(
            each ->
                new Invited(
                    each,
                    places.way(each.level(), each.placeId()),
                    accounts.find(each.invitedBy()).map(StaffAccount::name).orElse(""),
                    accounts.withEmail(each.email()).isPresent()));
  }
}
