package org.badgebridge.staff;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.database.Sql;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.identity.StaffAccounts;
import org.badgebridge.institution.Institutions;
import org.badgebridge.testing.JoinedDataSource;

/** The use cases of staff, wired by hand for one transaction. */
public final class StaffDesk {

  public final Rights rights;
  public final Places places;
  public final InviteStaff invite;
  public final RevokeInvitation revoke;
  public final AcceptInvitation accept;
  final ChangeMembership change;
  final RemoveMembership remove;
  final StaffMemberships memberships;
  public final StaffInvitations invitations;
  final StaffBoards boards;
  public final ApiClients clients;
  public final MakeApiClient make;
  public final ChangeApiClient changeClient;

  public StaffDesk(EntityManager em, Clock clock) {
    Sql sql = new Sql(JoinedDataSource.of(em));
    StaffAccounts accounts = new StaffAccounts(em);
    AuditTrail audit = new AuditTrail(em, clock);
    memberships = new StaffMemberships(em);
    invitations = new StaffInvitations(em);
    places = new Places(sql);
    clients = new ApiClients(em, sql, clock);
    rights = new Rights(memberships, clients, new Institutions(em, sql, clock));
    Granting granting = new Granting(rights, memberships);
    invite =
        new InviteStaff(
            granting,
            memberships,
            invitations,
            accounts,
            audit,
            new PublicOrigin("https://badges.example.org"),
            clock);
    revoke = new RevokeInvitation(rights, places, memberships, invitations, audit, clock);
    accept =
        new AcceptInvitation(granting, places, memberships, invitations, accounts, audit, clock);
    change = new ChangeMembership(rights, granting, places, memberships, audit, clock);
    remove = new RemoveMembership(rights, places, memberships, audit);
    make = new MakeApiClient(granting, clients, audit, clock);
    changeClient = new ChangeApiClient(rights, places, clients, audit, clock);
    boards = new StaffBoards(rights, places, memberships, invitations, accounts, clock);
  }
}
