package org.badgebridge.institution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/** Changes the settings of an institution. Asks nobody for rights: callers do. */
@ApplicationScoped
public class EditInstitution {

  private final Institutions institutions;
  private final Issuers issuers;
  private final AuditTrail audit;

  @Inject
  public EditInstitution(Institutions institutions, Issuers issuers, AuditTrail audit) {
    this.institutions = institutions;
    this.issuers = issuers;
    this.audit = audit;
  }

  /**
   * Takes the settings over.
   *
   * @param version of what was shown when they were typed
   * @throws InvalidFields with every fault
   * @throws ProblemException CONFLICT if somebody else changed it since
   */
  @Transactional
  public void edit(UUID id, long version, InstitutionSettings settings, Actor actor) {
    Institution institution = institutions.locked(id);
    requireSame(institution.version(), version);
    List<FieldFault> faults = settings.faults();
    String name = settings.naming().name(settings.language());
    institutions
        .withName(name)
        .filter(each -> !each.id().equals(id))
        .ifPresent(
            each ->
                faults.add(
                    FieldFault.of(
                        "name-" + settings.language().toLanguageTag(), "institution.fault.taken")));
    if (!faults.isEmpty()) {
      throw new InvalidFields(faults);
    }
    if (!settings.language().equals(institution.defaultLocale())) {
      issuers.of(id).forEach(each -> each.keepLanguage(institution.defaultLocale()));
    }
    institution.settle(settings);
    audit.record(id, actor, "institution.edited", "institution", id, null);
  }

  /** Lets nobody overwrite what they have not seen. */
  static void requireSame(long now, long seen) {
    if (now != seen) {
      throw new ProblemException(ProblemType.CONFLICT, "institution.changed-meanwhile");
    }
  }
}
