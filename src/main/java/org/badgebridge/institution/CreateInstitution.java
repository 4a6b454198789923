package org.badgebridge.institution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;

/** Founds an institution, with an issuer of the same name. Asks nobody for rights: callers do. */
@ApplicationScoped
public class CreateInstitution {

  private final Institutions institutions;
  private final AuditTrail audit;

  @Inject
  public CreateInstitution(Institutions institutions, AuditTrail audit) {
    this.institutions = institutions;
    this.audit = audit;
  }

  /**
   * Founds it; everything else is set afterwards.
   *
   * @throws InvalidFields if the name is missing, too long, or taken
   */
  @Transactional
  public Institution create(String name, Actor actor) {
    String wanted = name.strip();
    if (wanted.isEmpty()) {
      throw fault("institution.fault.name");
    }
    if (wanted.length() > Naming.LONGEST_NAME) {
      throw fault("institution.fault.too-long", Naming.LONGEST_NAME);
    }
    if (institutions.withName(wanted).isPresent()) {
      throw fault("institution.fault.taken");
    }
    Institution founded = institutions.named(wanted);
    audit.record(founded.id(), actor, "institution.created", "institution", founded.id(), null);
    return founded;
  }

  private static InvalidFields fault(String key, Object... arguments) {
    return new InvalidFields(List.of(FieldFault.of("name", key, arguments)));
  }
}
