package org.badgebridge.institution;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.database.Sql;
import org.badgebridge.testing.JoinedDataSource;

/** The use cases of institutions, wired by hand for one transaction. */
final class InstitutionDesk {

  final Institutions institutions;
  final Issuers issuers;
  final IssuerGroups groups;
  final CreateInstitution create;
  final EditInstitution edit;
  final KeepIssuerGroup keepGroup;
  final KeepIssuer keepIssuer;

  InstitutionDesk(EntityManager em, Clock clock) {
    AuditTrail audit = new AuditTrail(em, clock);
    institutions = new Institutions(em, new Sql(JoinedDataSource.of(em)), clock);
    issuers = new Issuers(em);
    groups = new IssuerGroups(em);
    create = new CreateInstitution(institutions, audit);
    edit = new EditInstitution(institutions, issuers, audit);
    keepGroup = new KeepIssuerGroup(institutions, groups, audit, clock);
    keepIssuer = new KeepIssuer(institutions, groups, issuers, audit, clock);
  }
}
